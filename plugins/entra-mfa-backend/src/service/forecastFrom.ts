import type { Forecast } from 'backstage-plugin-entra-mfa-common';
import { forecast } from '../assess/forecast';
import { weeksOf, type WeekPoint } from '../assess/weeksOf';
import type { ReadContext } from './types';

/**
 * Gives the forecast of a history that ends at a snapshot.
 *
 * @param end - the snapshot's time
 */
export function forecastFrom(
  { config }: ReadContext,
  end: Date,
  { stale }: { stale: boolean },
): (history: readonly WeekPoint[], targetPermille: number) => Forecast {
  return (history, targetPermille) =>
    forecast({
      weeks: weeksOf(history, end),
      targetPermille,
      targetDate: config.targetDate,
      stale,
    });
}
