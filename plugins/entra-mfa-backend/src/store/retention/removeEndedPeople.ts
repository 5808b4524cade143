import type { Knex } from 'knex';
import { readSnapshot } from '../asOf/readSnapshot';
import type {
  PersonChangeTotalRow,
  PersonRow,
  SnapshotRow,
} from '../sql/tables';
import { removeInSteps } from '../sql/removeInSteps';

/** Versions that ended, by the rest of their key after the tenant. Counts of teams and of the tenant are not among them. */
const versions: readonly { table: string; key: readonly string[] }[] = [
  { table: 'person_team', key: ['team_ref', 'object_id', 'from_snapshot'] },
  { table: 'person_entity', key: ['object_id', 'entity_ref', 'from_snapshot'] },
  {
    table: 'person_role',
    key: ['role_id', 'object_id', 'kind', 'from_snapshot'],
  },
  { table: 'unmatched', key: ['kind', 'unmatched_key', 'from_snapshot'] },
  { table: 'owned_entity', key: ['entity_ref', 'from_snapshot'] },
  { table: 'owner_set', key: ['owner_set', 'owner_ref', 'from_snapshot'] },
  { table: 'entra_group', key: ['group_id', 'from_snapshot'] },
  { table: 'owner_coverage', key: ['owner_set', 'from_snapshot'] },
];

/** Of whom a review tells how they were. */
const ofReviews = ['person_team', 'person_entity'];

/**
 * Removes what was true of people only before a snapshot, in small steps, and yields after each how many rows went.
 * What is true at it or after it stays whole, and so does whoever is on the list of a review.
 */
export async function* removeEndedPeople(
  knex: Knex,
  { tenantId, first }: { tenantId: string; first: number },
  atOnce: number,
): AsyncGenerator<number> {
  const of = { tenant_id: tenantId };
  for (const { table, key } of versions) {
    yield* removeInSteps(knex, {
      table,
      of,
      key,
      atOnce,
      goes: query => {
        query.where('to_snapshot', '<=', first);
        if (ofReviews.includes(table)) {
          query.whereNotExists(onListOf(knex, table));
        }
      },
    });
  }
  yield* removePeople(knex, tenantId, first, atOnce);
  // A change is true until the next one of the same person.
  yield* removeInSteps(knex, {
    table: 'person_change',
    of,
    key: ['snapshot', 'object_id'],
    atOnce,
    goes: query =>
      query.where('snapshot', '<=', first).where('next_snapshot', '<=', first),
  });
  yield* removeInSteps(knex, {
    table: 'reminder_sent',
    of,
    key: ['object_id', 'campaign_id', 'day'],
    atOnce,
    goes: query => query.where('sent_at', '<', snapshotTime(knex, of, first)),
  });
  yield await removeTotals(knex, tenantId, first);
  yield* removeEndedRecords(knex, tenantId, first, atOnce);
}

/** Their rows are wide and an index leads to those that ended. */
async function* removePeople(
  knex: Knex,
  tenantId: string,
  first: number,
  atOnce: number,
): AsyncGenerator<number> {
  let removed = 0;
  do {
    removed = await knex<PersonRow>('person')
      .where('tenant_id', tenantId)
      .whereIn(
        ['object_id', 'from_snapshot'],
        knex('person')
          .where('tenant_id', tenantId)
          .andWhere('to_snapshot', '<=', first)
          .whereNotExists(onListOf(knex, 'person'))
          .limit(atOnce)
          .select('object_id', 'from_snapshot'),
      )
      .delete();
    yield removed;
  } while (removed === atOnce);
}

/** The condition that a version was true on the list of a review, for somebody on it. */
function onListOf(knex: Knex, table: string): Knex.QueryCallback {
  return query =>
    query
      .from({ r: 'review' })
      .join({ i: 'review_item' }, join =>
        join.on('i.tenant_id', 'r.tenant_id').andOn('i.review', 'r.review'),
      )
      .select(knex.raw('1'))
      .whereRaw('r.tenant_id = ??', [`${table}.tenant_id`])
      .whereRaw('r.snapshot >= ??', [`${table}.from_snapshot`])
      .whereRaw('r.snapshot < ??', [`${table}.to_snapshot`])
      .whereRaw('i.object_id = ??', [`${table}.object_id`]);
}

/** When a snapshot was published. */
function snapshotTime(
  knex: Knex,
  of: { tenant_id: string },
  snapshot: number,
): Knex.QueryBuilder {
  return knex<SnapshotRow>('snapshot')
    .where({ ...of, snapshot })
    .select('at');
}

/** Counts of changes go on from the last ones before. */
async function removeTotals(
  knex: Knex,
  tenantId: string,
  first: number,
): Promise<number> {
  const totals = () =>
    knex<PersonChangeTotalRow>('person_change_total').where(
      'tenant_id',
      tenantId,
    );
  const [last] = await totals()
    .andWhere('snapshot', '<=', first)
    .max({ snapshot: 'snapshot' });
  return totals()
    .andWhere('snapshot', '<', last?.snapshot ?? 0)
    .delete();
}

async function* removeEndedRecords(
  knex: Knex,
  tenantId: string,
  first: number,
  atOnce: number,
): AsyncGenerator<number> {
  const snapshot = await readSnapshot(knex, tenantId, first);
  const dataSets: Record<string, { version: number }> = JSON.parse(
    snapshot?.dataSets ?? '{}',
  );
  for (const [dataSet, { version }] of Object.entries(dataSets)) {
    yield* removeInSteps(knex, {
      table: 'record',
      of: { tenant_id: tenantId, data_set: dataSet },
      key: ['record_key', 'from_run'],
      atOnce,
      goes: query => query.where('to_run', '<=', version),
    });
  }
}
