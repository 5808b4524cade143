import type { SeriesPoint } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** The last figure of each UTC day; moments with nobody to count have no figure and are left out. */
export function dailyPoints(
  series: readonly SeriesPoint[],
): (SeriesPoint & { permille: number })[] {
  const days = new Map<string, SeriesPoint & { permille: number }>();
  for (const point of series) {
    if (point.permille !== null) {
      days.set(point.at.slice(0, 10), { ...point, permille: point.permille });
    }
  }
  return [...days.values()];
}

/** The last of each UTC day. */
export function lastOfDays<Point extends { at: string }>(
  series: readonly Point[],
): Point[] {
  return [
    ...new Map(series.map(point => [point.at.slice(0, 10), point])).values(),
  ];
}

/** Those of so many days up to the last. */
export function lastDays<Point extends { at: string }>(
  points: readonly Point[],
  days: number,
): Point[] {
  const last = points[points.length - 1];
  const begin = last ? Date.parse(last.at) - days * 86_400_000 : 0;
  return points.filter(({ at }) => Date.parse(at) >= begin);
}
