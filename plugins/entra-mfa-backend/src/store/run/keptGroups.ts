import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import {
  STILL_TRUE,
  type RecordRow,
  type RunCollectorRow,
  type StageRow,
} from '../sql/tables';
import { CHANGES } from './deltaKinds';
import { GONE } from './deltaRecords';

/** The groups of a tenant as a run has read them. */
export interface GroupsOfRun {
  tenantId: string;
  run: number;
  round: 'whole' | 'changes';
}

const KEYS_AT_ONCE = 1_000;

/**
 * How a run has read the tenant's groups to the end: all of them, of which it has written every record, or what changed since
 * the run before; null where it has not.
 */
export async function readGroupsRound(
  knex: Knex,
  { tenantId, run }: Pick<GroupsOfRun, 'tenantId' | 'run'>,
): Promise<'whole' | 'changes' | null> {
  const own = { tenant_id: tenantId, run, data_set: 'groups' } as const;
  const read = await knex<RunCollectorRow>('run_collector')
    .where({ ...own, outcome: 'complete' })
    .first('run');
  const last = await knex<StageRow>('stage')
    .where(own)
    .orderBy('page', 'desc')
    .first('next_link', 'delta_link');
  if (!read || !last?.delta_link || last.next_link !== null) {
    return null;
  }
  return last.delta_link.startsWith(CHANGES) ? 'changes' : 'whole';
}

/** Which of some groups are kept. */
export async function readKeptGroups(
  knex: Knex,
  of: GroupsOfRun,
  ids: readonly string[],
): Promise<string[]> {
  const own = ids.map(id => `|${id}`);
  const keys = await asRead(knex, of)
    .where(keyIn(knex, 'record_key', own))
    .pluck('record_key');
  return keys.map(key => key.slice(1));
}

/** The groups that are directly in some others. */
export async function readGroupsInside(
  knex: Knex,
  of: GroupsOfRun,
  ids: readonly string[],
): Promise<{ inner: string; outer: string }[]> {
  const keys = await asRead(knex, of)
    .whereBetween('record_key', ['+', ','])
    .where(keyIn(knex, knex.raw('substr(record_key, 39)'), ids))
    .orderBy('record_key')
    .pluck('record_key');
  return keys.map(key => {
    const [inner, outer] = key.slice(1).split('|');
    return { inner, outer };
  });
}

/** The people who are directly in one of some groups, by person: read once, however many groups there are. */
export async function* readKeptMembers(
  knex: Knex,
  of: GroupsOfRun,
  ids: readonly string[],
): AsyncGenerator<{ person: string; group: string }[]> {
  let after = '0';
  for (;;) {
    const keys: string[] = await asRead(knex, of)
      .where('record_key', '>', after)
      .where('record_key', '<', '|')
      .where(keyIn(knex, knex.raw('substr(record_key, 38)'), ids))
      .orderBy('record_key')
      .limit(KEYS_AT_ONCE)
      .pluck('record_key');
    yield keys.map(key => {
      const [person, group] = key.split('|');
      return { person, group };
    });
    if (keys.length < KEYS_AT_ONCE) {
      return;
    }
    after = keys[keys.length - 1];
  }
}

/** What is true by what the run has read: what it wrote itself stands for what was before. */
function asRead(knex: Knex, { tenantId, run, round }: GroupsOfRun) {
  return knex<RecordRow>('record')
    .where({ tenant_id: tenantId, data_set: 'groups', to_run: STILL_TRUE })
    .where('from_run', round === 'whole' ? '=' : '<=', run)
    .groupBy('record_key')
    .having(
      knex.raw(
        'max(from_run) = max(case when body = ? then -1 else from_run end)',
        [GONE.body],
      ),
    );
}
