import { readKnownKeys } from '../store/run/readKnownKeys';
import type { RunContext } from './RunContext';

/** Which of some ids are those of people of the directory. */
export async function peopleAmong(
  { knex, claim }: RunContext,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const users = { tenantId: claim.tenantId, dataSet: 'users' };
  return readKnownKeys(knex, users, ids);
}
