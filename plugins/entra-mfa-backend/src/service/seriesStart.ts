/** How far back a trend goes. */
const SERIES_DAYS = 400;

/** How far back the change of a team's coverage is looked at. */
const CHANGE_DAYS = 30;

/** The first day of a trend that ends at a time. */
export function seriesStart(end: Date): Date {
  return daysBefore(end, SERIES_DAYS);
}

/** What a team's coverage is compared with. */
export function changeStart(end: Date): Date {
  return daysBefore(end, CHANGE_DAYS);
}

function daysBefore(end: Date, days: number): Date {
  return new Date(end.getTime() - days * 86_400_000);
}
