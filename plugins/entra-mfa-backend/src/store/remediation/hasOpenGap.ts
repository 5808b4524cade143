import type { PersonGapKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { gapRules } from '../../assess/remediation/gapRules';
import { PRIVILEGED_RANKS } from './privilegedRanks';

/** The condition that what is so of a person (table `p`) opens a gap, as `gapRules` have it. */
export function hasOpenGap(kind: PersonGapKind): Knex.QueryCallback {
  const rules = gapRules[kind].filter(({ standing }) => standing === 'open');
  return query => {
    query.where(either => {
      for (const { state, privileged, phoneOnly } of rules) {
        either.orWhere(one => {
          if (state !== undefined) one.where('p.state', state);
          if (privileged !== undefined) {
            one.where('p.privileged', privileged);
            // By which an index finds them.
            if (privileged) one.whereIn('p.privileged_rank', PRIVILEGED_RANKS);
          }
          if (phoneOnly !== undefined) {
            one.whereRaw(
              `p.marks ${phoneOnly ? '' : 'not '}like '%"phone-only"%'`,
            );
          }
        });
      }
    });
  };
}
