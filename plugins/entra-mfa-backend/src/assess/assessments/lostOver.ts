import type { AssessmentResult } from '@entra-mfa/backstage-plugin-entra-mfa-common';

const HOUR = 3_600_000;

/** People who lost a registration with one snapshot, and were looked after with another. */
export interface LostGroup {
  people: number;
  at: Date;
  /** When they registered again, left, or were not counted any more; null while neither. */
  closedAt: Date | null;
}

/**
 * How many registrations were lost, and how long they stayed open: until the end where they still were.
 *
 * @param until - the end of what is looked at
 */
export function lostOver(
  groups: readonly LostGroup[],
  until: Date,
): NonNullable<AssessmentResult['lost']> {
  const sum = (some: readonly LostGroup[]) =>
    some.reduce((total, { people }) => total + people, 0);
  const people = sum(groups);
  const closed = sum(groups.filter(({ closedAt }) => closedAt !== null));
  const lasted = groups
    .map(group => ({
      people: group.people,
      hours:
        Math.round(
          (((group.closedAt ?? until).getTime() - group.at.getTime()) / HOUR) *
            10,
        ) / 10,
    }))
    .sort((one, other) => one.hours - other.hours);
  return {
    people,
    closed,
    open: people - closed,
    medianHours: people === 0 ? null : median(lasted, people),
    longestHours: lasted.at(-1)?.hours ?? null,
  };
}

/** Of an even number, the lower of the two in the middle is told: one that was. */
function median(
  sorted: readonly { people: number; hours: number }[],
  people: number,
): number {
  let before = 0;
  for (const { people: more, hours } of sorted) {
    before += more;
    if (before * 2 >= people) return hours;
  }
  return 0;
}
