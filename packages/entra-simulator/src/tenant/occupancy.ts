import { dayInMilliseconds } from '../clock';
import type { Positions } from './positions';

/** The draws of a seat. */
const named = {
  tenure: 1000,
  notice: 2000,
  vacancy: 3000,
  firstStart: 1,
} as const;

/** How many days before the first working day an account is made, where it is made early. */
export const earlyDays = 14;

/** The time in which one person fills a seat. */
export type Occupancy = {
  /** How many people had the seat before. */
  generation: number;
  startsAt: number;
  disabledAt: number;
  deletedAt: number;
};

/** Walks the occupants of a seat until one who is not yet gone at that time. */
export function occupancyAt(
  population: Positions,
  seat: number,
  until: (occupancy: Occupancy) => boolean,
): Occupancy {
  const { timelineStart } = population.plan;
  const draw = population.draw(seat);
  const tenureOf = (generation: number) =>
    (400 + 2600 * draw.unit(named.tenure + generation)) * dayInMilliseconds;
  const noticeOf = (generation: number) =>
    (10 + 30 * draw.unit(named.notice + generation)) * dayInMilliseconds;
  const vacancyOf = (generation: number) =>
    (earlyDays + 2 + 20 * draw.unit(named.vacancy + generation)) *
    dayInMilliseconds;
  let generation = 0;
  // The timeline begins anywhere in the first cycle, so that its first day is a day like any other.
  let startsAt =
    timelineStart -
    draw.unit(named.firstStart) * (tenureOf(0) + noticeOf(0) + vacancyOf(0));
  for (;;) {
    const disabledAt = startsAt + tenureOf(generation);
    const deletedAt = disabledAt + noticeOf(generation);
    const occupancy = { generation, startsAt, disabledAt, deletedAt };
    if (until(occupancy)) {
      return occupancy;
    }
    startsAt = deletedAt + vacancyOf(generation);
    generation++;
  }
}
