import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';

type Point = Overview['series'][number];

/** The last figure of each UTC day; moments with nobody to count have no figure and are left out. */
export function dailyPoints(
  series: readonly Point[],
): (Point & { permille: number })[] {
  const days = new Map<string, Point & { permille: number }>();
  for (const point of series) {
    if (point.permille !== null) {
      days.set(point.at.slice(0, 10), { ...point, permille: point.permille });
    }
  }
  return [...days.values()];
}
