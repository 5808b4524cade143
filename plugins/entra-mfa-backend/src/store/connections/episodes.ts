import type {
  EpisodeState,
  Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { ConnectionEpisodeRow, ConnectionRow } from '../sql/tables';

/** The episodes of a connection that have not ended: its state, and that it is stale where it is. */
export async function readOpenEpisodes(
  knex: Knex,
  tenantId: string,
): Promise<ConnectionEpisodeRow[]> {
  return knex<ConnectionEpisodeRow>('connection_episode')
    .where({ tenant_id: tenantId, ended_at: null })
    .orderBy('episode');
}

/** The newest episodes of a connection, the newest first. */
export async function readEpisodes(
  knex: Knex,
  tenantId: string,
  limit: number,
): Promise<ConnectionEpisodeRow[]> {
  return knex<ConnectionEpisodeRow>('connection_episode')
    .where({ tenant_id: tenantId })
    .orderBy('episode', 'desc')
    .limit(limit);
}

/** Begins an episode. */
export async function openEpisode(
  trx: Knex.Transaction,
  tenantId: string,
  episode: { state: EpisodeState; at: Date; problems: readonly Problem[] },
): Promise<void> {
  const [counted] = await trx<ConnectionRow>('connection')
    .where({ tenant_id: tenantId })
    .increment('last_episode', 1)
    .returning('last_episode');
  await trx<ConnectionEpisodeRow>('connection_episode').insert({
    tenant_id: tenantId,
    episode: counted.last_episode,
    state: episode.state,
    began_at: episode.at,
    ended_at: null,
    problems: JSON.stringify(episode.problems),
  });
}

/** Ends an episode that is open. */
export async function closeEpisode(
  trx: Knex.Transaction,
  { tenant_id, episode }: Pick<ConnectionEpisodeRow, 'tenant_id' | 'episode'>,
  at: Date,
): Promise<void> {
  await trx<ConnectionEpisodeRow>('connection_episode')
    .where({ tenant_id, episode })
    .update({ ended_at: at });
}

/** Keeps why an episode that goes on does so now. */
export async function updateEpisode(
  trx: Knex.Transaction,
  { tenant_id, episode }: Pick<ConnectionEpisodeRow, 'tenant_id' | 'episode'>,
  problems: readonly Problem[],
): Promise<void> {
  await trx<ConnectionEpisodeRow>('connection_episode')
    .where({ tenant_id, episode })
    .update({ problems: JSON.stringify(problems) });
}

/** How many episodes that somebody is told of began in a time, of all tenants. */
export async function countBegun(
  knex: Knex,
  { after, upTo }: { after: Date; upTo: Date },
): Promise<number> {
  const states: EpisodeState[] = ['needs-attention', 'stale', 'disconnected'];
  const [row] = await knex<ConnectionEpisodeRow>('connection_episode')
    .where('began_at', '>', after)
    .andWhere('began_at', '<=', upTo)
    .whereIn('state', states)
    .count({ begun: '*' });
  return Number(row.begun);
}
