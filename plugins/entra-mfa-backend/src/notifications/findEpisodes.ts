import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { EntraMfaConfig } from '../config/types';
import { countBegun, readEpisodes } from '../store/connections/episodes';
import { readForgetting } from '../store/connections/forgetting';
import { readTenantNames } from '../store/read/readTenantNames';
import { toDate } from '../store/sql/instant';
import type { ConnectionEpisodeRow } from '../store/sql/tables';
import { digestNotice, episodeNotice, isTold } from './episodeNotices';
import type { NoticeFinder } from './Notice';

/** What could not be told for so long is told no more: the page shows it. In milliseconds. */
const TELL_WITHIN = 3 * 24 * 3_600_000;
const EPISODES = 20;
/** More episodes than that within a minute are told as one. */
const MOST_ALONE = 5;
const MINUTE = 60_000;

/** Finds episodes of a connection that began or ended, for its contact and for security. */
export function findEpisodes({
  knex,
  clock,
  tenants,
  notify,
}: {
  knex: Knex;
  clock: EntraMfaClock;
  tenants: EntraMfaConfig['tenants'];
  notify: EntraMfaConfig['notify'];
}): NoticeFinder {
  return {
    what: 'the state of the connection',
    async *find(tenantId) {
      const { contact } =
        tenants.find(tenant => tenant.tenantId === tenantId) ?? {};
      const recipients = [
        ...new Set([...notify.security, ...(contact ? [contact] : [])]),
      ];
      if (recipients.length === 0) {
        return;
      }
      const since = clock.now().getTime() - TELL_WITHIN;
      const isNews = (at: ConnectionEpisodeRow['ended_at']) =>
        at !== null && toDate(at).getTime() >= since;
      // What was told goes with a tenant that is forgotten, and is not told twice.
      const begun = (await readForgetting(knex, tenantId))?.begun_at ?? null;
      const forgotten = begun === null ? 0 : toDate(begun).getTime();
      const episodes = (await readEpisodes(knex, tenantId, EPISODES))
        .reverse()
        .filter(
          episode =>
            isTold(episode) && toDate(episode.began_at).getTime() >= forgotten,
        );
      const names = await readTenantNames(knex, [tenantId]);
      const name = names.get(tenantId) ?? tenantId;
      for (const episode of episodes) {
        const of = { episode, name, recipients, notify };
        if (isNews(episode.began_at)) {
          const began = toDate(episode.began_at);
          const count = await countBegun(knex, {
            after: new Date(began.getTime() - MINUTE),
            upTo: began,
          });
          yield [
            count > MOST_ALONE
              ? digestNotice(of, count)
              : episodeNotice(of, 'began'),
          ];
        }
        if (isNews(episode.ended_at)) {
          yield [episodeNotice(of, 'ended')];
        }
      }
    },
  };
}
