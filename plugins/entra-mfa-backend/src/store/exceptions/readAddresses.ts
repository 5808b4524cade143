import type { Knex } from 'knex';
import type { UserBody } from '../../collectors/types';
import { readRecordsOf } from '../read/readRecordsOf';

/** The user principal name and the mail of people, in lower case, by object id. */
export async function readAddresses(
  knex: Knex,
  of: { tenantId: string; version: number },
  objectIds: readonly string[],
): Promise<Map<string, string[]>> {
  const records = await readRecordsOf<UserBody>(
    knex,
    { ...of, dataSet: 'users' },
    { keys: [...new Set(objectIds)] },
  );
  return new Map(
    records.map(({ key, body }) => [
      key,
      [body.userPrincipalName, body.mail].flatMap(address =>
        address ? [address.toLowerCase()] : [],
      ),
    ]),
  );
}
