import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import type { ConnectionEpisodeRow, ForgettingRow } from '../sql/tables';

/**
 * Tenants of which nothing is read any more, each with since when, by their ids. One whose rows are going, or have
 * gone, is none. Over all tenants.
 */
export async function readDisconnected(knex: Knex): Promise<Map<string, Date>> {
  const [episodes, forgettings] = await Promise.all([
    knex<ConnectionEpisodeRow>('connection_episode')
      .where({ state: 'disconnected', ended_at: null })
      .orderBy('tenant_id'),
    knex<ForgettingRow>('forgetting').whereNotNull('begun_at'),
  ]);
  const begun = new Map(
    forgettings.map(row => [row.tenant_id, toDate(row.begun_at!)]),
  );
  return new Map(
    episodes.flatMap(({ tenant_id, began_at }): [string, Date][] => {
      const since = toDate(began_at);
      // What was forgotten before it was connected again is another matter.
      const isForgotten = (begun.get(tenant_id) ?? new Date(0)) >= since;
      return isForgotten ? [] : [[tenant_id, since]];
    }),
  );
}
