import type { EntraMfaEvidencePerson } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { UserBody } from '../collectors/types';
import type { Snapshot } from '../store/asOf/types';
import { readPeopleAt } from '../store/read/changes/readPeopleAt';
import { idsChanged } from '../store/read/feed/readFeedIds';
import { readRecordsOf } from '../store/read/readRecordsOf';
import { toEvidencePerson } from './toEvidencePerson';

/** So many people are read, and given, at once. */
const PEOPLE_AT_ONCE = 1_000;

/** Everybody of a snapshot in the order of object ids, in batches: a tenant is never in memory. */
export async function* evidencePeople(
  knex: Knex,
  of: { tenantId: string; snapshot: Snapshot; atOnce?: number },
  after: string | null,
): AsyncGenerator<EntraMfaEvidencePerson[]> {
  const { tenantId, snapshot, atOnce = PEOPLE_AT_ONCE } = of;
  // As a past one: what is published meanwhile does not change it.
  const view = { tenantId, snapshot: snapshot.number, newest: false };
  const users = JSON.parse(snapshot.dataSets).users?.version as
    | number
    | undefined;
  for await (const ids of idsChanged(knex, view, null, atOnce, after)) {
    const people = await readPeopleAt(knex, view, ids);
    const records =
      users === undefined
        ? []
        : await readRecordsOf<UserBody>(
            knex,
            { tenantId, dataSet: 'users', version: users },
            { keys: ids },
          );
    const mails = new Map(records.map(({ key, body }) => [key, body.mail]));
    yield ids.flatMap(id => {
      const row = people.get(id);
      return row ? [toEvidencePerson(row, mails.get(id) ?? null)] : [];
    });
  }
}
