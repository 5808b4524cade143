import type { Knex } from 'knex';
import type { UserBody } from '../../collectors/types';
import { keyIn } from '../sql/keyIn';
import type { PersonRow, RecordRow } from '../sql/tables';
import { recordAt } from '../asOf/recordAt';
import { enabledSinceOf } from './enabledSinceOf';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** How a snapshot assessed somebody. */
export type Assessed = Pick<
  PersonRow,
  | 'state'
  | 'reason'
  | 'scope_class'
  | 'scope_rule'
  | 'registered'
  | 'capable'
  | 'tier'
  | 'marks'
  | 'phone_ends'
  | 'privileged'
  | 'no_row_runs'
  | 'exception_id'
>;

/** What was known of one person at a snapshot. */
export interface FactsAtRow {
  object_id: string;
  user: UserBody;
  /** JSON of `RegistrationBody`. */
  registration_body: string | null;
  no_row_runs: number;
  enabled_since: Date | null;
  entity_ref: string | null;
  /** What the snapshot assessed; null of somebody whom it did not. */
  assessed: Assessed | null;
}

/** Which versions of the data sets the snapshot assessed; undefined for one that was not read. */
export interface FactsVersions {
  users: number | undefined;
  registrations: number | undefined;
}

/**
 * Reads everybody of the directory as a snapshot assessed them, in key order, in batches of at most the
 * given size.
 *
 * @param team - only people of that team and of those below it
 */
export async function* readFactsAt(
  knex: Knex,
  at: { view: SnapshotView; versions: FactsVersions; team: string | null },
  size: number,
): AsyncGenerator<FactsAtRow[]> {
  let after = '';
  for (;;) {
    const keys = await readKeys(knex, at, after, size);
    if (keys.length === 0) {
      return;
    }
    yield await readBatch(knex, at, keys);
    if (keys.length < size) {
      return;
    }
    after = keys[keys.length - 1];
  }
}

async function readKeys(
  knex: Knex,
  { view, versions, team }: Parameters<typeof readFactsAt>[1],
  after: string,
  size: number,
): Promise<string[]> {
  if (team !== null) {
    return knex({ m: 'person_team' })
      .where(versionAt(view, 'm'))
      .andWhere('m.team_ref', team)
      .andWhere('m.object_id', '>', after)
      .orderBy('m.object_id')
      .limit(size)
      .pluck('m.object_id');
  }
  return knex<RecordRow>('record')
    .where({ tenant_id: view.tenantId, data_set: 'users' })
    .where(recordAt(versions.users ?? 0))
    .where('record_key', '>', after)
    .orderBy('record_key')
    .limit(size)
    .pluck('record_key');
}

async function readBatch(
  knex: Knex,
  { view, versions }: Parameters<typeof readFactsAt>[1],
  keys: string[],
): Promise<FactsAtRow[]> {
  const bodies = (dataSet: keyof FactsVersions) =>
    knex<RecordRow>('record')
      .where({ tenant_id: view.tenantId, data_set: dataSet })
      .where(recordAt(versions[dataSet] ?? 0))
      .where(keyIn(knex, 'record_key', keys))
      .select('record_key', 'body');
  const users = await bodies('users');
  const reports = await bodies('registrations');
  const people = await knex<PersonRow>({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(keyIn(knex, 'p.object_id', keys))
    .select(
      'p.object_id',
      'p.no_row_runs',
      'p.enabled',
      'p.enablement_since',
      'p.entity_ref',
      'p.state',
      'p.reason',
      'p.scope_class',
      'p.scope_rule',
      'p.registered',
      'p.capable',
      'p.tier',
      'p.marks',
      'p.phone_ends',
      'p.privileged',
      'p.exception_id',
    );

  const userOf = new Map(users.map(row => [row.record_key, row.body]));
  const reportOf = new Map(reports.map(row => [row.record_key, row.body]));
  const personOf = new Map(people.map(row => [row.object_id, row]));
  return keys.flatMap(key => {
    const body = userOf.get(key);
    if (body === undefined) {
      return [];
    }
    const person = personOf.get(key);
    return {
      object_id: key,
      user: JSON.parse(body),
      registration_body: reportOf.get(key) ?? null,
      no_row_runs: person?.no_row_runs ?? 0,
      enabled_since: person ? enabledSinceOf(person) : null,
      entity_ref: person?.entity_ref ?? null,
      assessed: person ?? null,
    };
  });
}
