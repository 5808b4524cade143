/** For how long somebody is new in the first review of a tenant. */
export const FIRST_REVIEW_DAYS = 90;

const DAY = 86_400_000;

/** That many days before. */
export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * DAY);
}

/** The quarter (UTC) of a moment, as reviews are named after: `Q4 2026`. */
export function quarterOf(moment: Date): string {
  return `Q${
    Math.floor(moment.getUTCMonth() / 3) + 1
  } ${moment.getUTCFullYear()}`;
}
