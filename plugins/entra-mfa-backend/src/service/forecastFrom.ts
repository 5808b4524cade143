import type {
  Forecast,
  Freshness,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { forecast } from '../assess/forecast';
import { weeksOf, type WeekPoint } from '../assess/weeksOf';
import type { ReadContext } from './types';

/**
 * Gives the forecast of a history that ends at a snapshot. A past day has the forecast of its
 * snapshot, which was not stale when it was published.
 *
 * @param end - the snapshot's time
 * @param at - the day that was asked for; undefined for now
 */
export function forecastFrom(
  { config }: ReadContext,
  end: Date,
  at: string | undefined,
  freshness: Pick<Freshness, 'stale' | 'health'>,
): (history: readonly WeekPoint[], targetPermille: number) => Forecast {
  return (history, targetPermille) =>
    forecast({
      weeks: weeksOf(history, end),
      targetPermille,
      targetDate: config.targetDate,
      stale:
        freshness.health === 'disconnected' ||
        (at === undefined && freshness.stale),
    });
}
