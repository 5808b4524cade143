import type { Forecast } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** One moment of what is forecast, in permille. */
export interface ForecastPoint {
  time: number;
  /** Of the likely pace; null where that has reached the target. */
  likely: number | null;
  /** Of the slowest and of the fastest pace. */
  range: [low: number, high: number];
}

/**
 * The straight lines of a forecast: from the last figure to the target on the likely day, and to the earliest
 * and the latest one. Without a latest day the slowest pace leads nowhere, and is drawn level.
 *
 * @param until - where the picture ends
 */
export function forecastLine(
  last: { time: number; permille: number },
  forecast: Forecast | null,
  targetPermille: number,
  until: number,
): ForecastPoint[] {
  if (forecast?.status !== 'expected' || !forecast.expected) return [];
  const likely = Date.parse(forecast.expected);
  const earliest = forecast.earliest ? Date.parse(forecast.earliest) : likely;
  const latest = forecast.latest ? Date.parse(forecast.latest) : null;
  if (earliest <= last.time) return [];
  const along = (end: number) => (time: number) =>
    last.permille +
    Math.min(1, (time - last.time) / (end - last.time)) *
      (targetPermille - last.permille);
  const end = Math.min(until, latest ?? likely);
  const days = [last.time, earliest, likely, end].filter(time => time <= end);
  return [...new Set(days)]
    .sort((a, b) => a - b)
    .map(time => ({
      time,
      likely: time <= likely ? along(likely)(time) : null,
      range: [
        latest === null ? last.permille : along(latest)(time),
        along(earliest)(time),
      ],
    }));
}
