import type { Draw } from './draw';
import { dayInMilliseconds } from '../clock';
import {
  backAgain,
  nothing,
  pickPhone,
  pickRegistered,
  pickStrong,
  pickUnregistered,
  type Registration,
} from './methodMix';

/** A change of somebody's registration. */
export type Moment = {
  at: number;
  kind: 'registered' | 'lost' | 'changed';
  registration: Registration;
};

/** The draws that decide a registration; numbers are part of the data, so none is used twice. */
const named = {
  registered: 100,
  unregistered: 101,
  changes: 102,
  changeDay: 103,
  changeTo: 104,
  delay: 105,
  loses: 200,
  lossDay: 400,
  returns: 600,
  returnDay: 800,
} as const;

const lossCycleInDays = 360;

export type RegistrationPlan = {
  draw: Draw;
  /** First day of the timeline. */
  timelineStart: number;
  /** When the person starts. */
  startsAt: number;
  /** Where the person stands in their team, from 0 (the keenest) to 1. */
  rank: number;
  /** The part of the team that has registered on the first day, and on the ninetieth. */
  share: readonly [first: number, ninetieth: number];
};

/** When a person of that rank registers, or undefined when they never do. */
function registrationTime(plan: RegistrationPlan): number | undefined {
  const { draw, rank, share, startsAt, timelineStart } = plan;
  const [first, ninetieth] = share;
  const later = (1 - ninetieth) / 2;
  let day: number;
  if (rank < first) {
    day = -Infinity;
  } else if (rank < ninetieth) {
    day = (90 * (rank - first)) / (ninetieth - first);
  } else if (rank < ninetieth + later) {
    // What is left after the campaign comes in slowly, and half of it never.
    day = 90 - 180 * Math.log(1 - (rank - ninetieth) / later);
  } else {
    return undefined;
  }
  const slowness = first === 1 ? 0.2 : 12;
  const settledIn =
    startsAt + draw.unit(named.delay) * slowness * dayInMilliseconds;
  return Math.max(settledIn, timelineStart + day * dayInMilliseconds);
}

/** What happens to a person's methods until that time, in order. */
export function registrationMoments(
  plan: RegistrationPlan,
  until: number,
): Moment[] {
  const { draw, timelineStart } = plan;
  const moments: { at: number; registration: Registration }[] = [];
  const registersAt = registrationTime(plan);
  if (registersAt === undefined || registersAt > until) {
    return [];
  }
  const mine = pickRegistered(draw.unit(named.registered));
  moments.push({ at: registersAt, registration: mine });

  if (draw.chance(named.changes, 0.16)) {
    const at =
      timelineStart + draw.unit(named.changeDay) * 120 * dayInMilliseconds;
    if (at > registersAt && at <= until) {
      const to = draw.unit(named.changeTo);
      const registration =
        to < 0.88 ? pickStrong(to / 0.88) : pickPhone((to - 0.88) / 0.12);
      moments.push({ at, registration });
    }
  }

  const cycles = Math.floor(
    (until - timelineStart) / (lossCycleInDays * dayInMilliseconds),
  );
  for (let cycle = 0; cycle <= cycles; cycle++) {
    if (draw.chance(named.loses + cycle, 0.05)) {
      const at =
        timelineStart +
        (cycle + draw.unit(named.lossDay + cycle) * 0.8) *
          lossCycleInDays *
          dayInMilliseconds;
      if (at > registersAt && at <= until) {
        moments.push({ at, registration: nothing });
        const back =
          at +
          (4 + 40 * draw.unit(named.returnDay + cycle)) * dayInMilliseconds;
        if (back <= until && draw.chance(named.returns + cycle, 0.7)) {
          moments.push({ at: back, registration: backAgain });
        }
      }
    }
  }
  return moments
    .sort((a, b) => a.at - b.at)
    .map((moment, index, all) => ({
      ...moment,
      kind: kindOf(all[index - 1]?.registration, moment.registration),
    }));
}

/** A change that falls in the time of a loss is a registration, whatever led to it. */
function kindOf(
  before: Registration | undefined,
  after: Registration,
): Moment['kind'] {
  if (!before?.registered) {
    return 'registered';
  }
  return after.registered ? 'changed' : 'lost';
}

/** What a person has before they register: mostly nothing, sometimes something that is no MFA. */
export function beforeRegistration(draw: Draw): Registration {
  return pickUnregistered(draw.unit(named.unregistered));
}

/** The registration at the end of those moments. */
export function registrationAfter(
  moments: readonly Moment[],
  draw: Draw,
): Registration {
  return moments.length
    ? moments[moments.length - 1].registration
    : beforeRegistration(draw);
}

/** Another registration than the present one, for changes on demand. */
export function otherRegistration(
  present: Registration,
  unit: number,
): Registration {
  if (!present.registered) {
    return pickRegistered(unit);
  }
  if (unit < 0.3) {
    return nothing;
  }
  const other = pickStrong((unit - 0.3) / 0.7);
  return other.methods.join() === present.methods.join() ? backAgain : other;
}
