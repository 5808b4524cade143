import type { Knex } from 'knex';
import type { EntraMfaConfig } from '../config/types';
import { readOpenHold } from '../store/hold/readOpenHold';
import { holdNotice } from './holdNotice';
import type { NoticeFinder } from './Notice';

/** Finds the figure that is held and that nobody has released, for security. */
export function findHolds({
  knex,
  notify,
}: {
  knex: Knex;
  notify: EntraMfaConfig['notify'];
}): NoticeFinder {
  return {
    what: 'the held figure',
    async *find(tenantId) {
      if (notify.security.length === 0) {
        return;
      }
      const hold = await readOpenHold(knex, tenantId);
      if (hold && hold.released_at === null) {
        yield [holdNotice(hold, notify)];
      }
    },
  };
}
