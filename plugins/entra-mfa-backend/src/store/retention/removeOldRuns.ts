import type { Knex } from 'knex';
import type { RunCollectorRow, RunRow } from '../sql/tables';
import { readCompleteReads } from '../connections/readCompleteReads';
import { moveKeptFrom, readKeptFrom } from '../asOf/keptFrom';

/**
 * Removes what runs before one have done, some runs in each transaction, and yields after each how many rows went.
 *
 * Of a run that changed anything the line stays that says when: history names its runs. It is not told of as a run
 * any more.
 */
export async function* removeOldRuns(
  knex: Knex,
  { tenantId, first }: { tenantId: string; first: number },
  atOnce: number,
): AsyncGenerator<number> {
  const { runs_from } = await readKeptFrom(knex, tenantId);
  const newest = await readCompleteReads(knex, tenantId);
  const kept = [...newest.values()].map(({ data_set, run }) => [run, data_set]);
  for (let from = runs_from; from < first; from += atOnce) {
    const to = Math.min(from + atOnce, first);
    yield await knex.transaction(async trx => {
      const between = (query: Knex.QueryBuilder) =>
        query
          .where('tenant_id', tenantId)
          .andWhere('run', '>=', from)
          .andWhere('run', '<', to);
      const runs = await trx<RunRow>('run')
        .where(between)
        .whereNotExists(changed(trx))
        .delete();
      await trx<RunRow>('run').where(between).update({ problem: null });
      const pages = await trx('stage').where(between).delete();
      const reads = await trx<RunCollectorRow>('run_collector')
        .where(between)
        .whereNotIn(['run', 'data_set'], kept)
        .delete();
      await moveKeptFrom(trx, tenantId, { runs_from: to });
      return runs + pages + reads;
    });
  }
}

function changed(knex: Knex): Knex.QueryCallback {
  return query =>
    query
      .from({ c: 'run_collector' })
      .select(knex.raw('1'))
      .whereRaw('c.tenant_id = run.tenant_id and c.run = run.run')
      .whereRaw('(c.added > 0 or c.changed > 0)');
}
