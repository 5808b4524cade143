import { enabledSince } from '../../assess/enablement';
import { toBoolean } from '../sql/toBoolean';
import { toDateOrNull } from '../sql/instant';
import type { PersonRow } from '../sql/tables';

/** Since when an account was known to be there and enabled, as a row keeps it. */
export function enabledSinceOf({
  enabled,
  enablement_since: since,
}: Pick<PersonRow, 'enabled' | 'enablement_since'>): Date | null {
  return enabledSince({
    enabled: toBoolean(enabled),
    since: toDateOrNull(since),
  });
}
