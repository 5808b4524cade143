import type { Knex } from 'knex';
import type { GapGroup } from '../../assess/remediation/tallyGaps';
import { toDate, toDateOrNull } from '../sql/instant';
import type { ConnectionEpisodeRow } from '../sql/tables';

/** The times in which a connection needed attention, as they were known at a time: its episodes are kept anyway. */
export async function readConnectionGaps(
  knex: Knex,
  { tenantId, at }: { tenantId: string; at: Date },
): Promise<GapGroup[]> {
  const rows = await knex<ConnectionEpisodeRow>('connection_episode')
    .where({ tenant_id: tenantId, state: 'needs-attention' })
    .andWhere('began_at', '<=', at)
    .orderBy('episode')
    .select('began_at', 'ended_at');
  return rows.map(({ began_at, ended_at }) => {
    const ended = toDateOrNull(ended_at);
    return {
      openedAt: toDate(began_at),
      closed: ended && ended <= at ? { at: ended, outcome: 'fixed' } : null,
      gaps: 1,
    };
  });
}
