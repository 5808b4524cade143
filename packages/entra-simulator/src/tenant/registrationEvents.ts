import { dayInMilliseconds } from '../clock';
import { existsAt, type Account } from './account';
import type { Collection, Row } from './collection';
import type { GeneratedTenant } from './generatedTenant';
import { registrationAfter, type Moment } from './registration';

/** For how long the tenant keeps them. */
const keptDays = 30;

/** How many positions each account has. */
const each = 4;

/** The draws that decide attempts; numbers are part of the data, so none is used twice. */
const named = {
  minutes: 7000,
  fails: 7001,
  reason: 7002,
  method: 7003,
  resets: 7004,
  resetDay: 7005,
  tries: 7100,
  tryDay: 7300,
} as const;

const reasons = [
  'User cancelled before completing the verification step',
  'The verification code was not entered in time',
  'The code that was entered was wrong',
  'The app did not answer the test notification',
];

/** What people who have not registered try. */
const tried = ['microsoftAuthenticatorPush', 'softwareOneTimePasscode', 'sms'];

/** In the words of events, where they are others than those of the report. */
const inEvents: Readonly<Record<string, string>> = {
  mobilePhone: 'mobileSMS',
  alternateMobilePhone: 'alternateMobileCall',
};

/** Who registered a method, reset a password, or tried to, in the last thirty days, account by account. */
export function registrationEvents(
  tenant: GeneratedTenant,
  time: number,
): Collection {
  const since = time - keptDays * dayInMilliseconds;
  const rowsOf = (place: number): (Row | undefined)[] => {
    const account = tenant.accountAt(place, time);
    const events = account ? eventsOf(account, time) : [];
    return events.map((event, index) =>
      account &&
      event &&
      event.at > since &&
      event.at <= time &&
      existsAt(account, event.at)
        ? rowOf(account, event, index)
        : undefined,
    );
  };
  // The positions of an account are asked for one after the other.
  let last: { place: number; rows: (Row | undefined)[] } | undefined;
  return {
    positions: tenant.population.positions * each,
    row(position) {
      const place = Math.floor(position / each);
      if (last?.place !== place) {
        last = { place, rows: rowsOf(place) };
      }
      return last.rows[position % each];
    },
  };
}

interface Event {
  at: number;
  feature: 'registration' | 'reset';
  method: string;
  /** Without one, it was a success. */
  reason?: string;
}

/** As many as an account has positions, each at its own. */
function eventsOf(account: Account, time: number): (Event | undefined)[] {
  const moments = account.moments(time);
  const done = registered(moments);
  const hasRegistered = registrationAfter(moments, account.draw).registered;
  return [
    done,
    done && failedBefore(account, done),
    hasRegistered ? undefined : failedAlone(account, time),
    reset(account, time),
  ];
}

/** What somebody registered last. */
function registered(moments: readonly Moment[]): Event | undefined {
  const last = moments.filter(({ kind }) => kind !== 'lost').pop();
  return last?.registration.methods.length
    ? {
        at: last.at,
        feature: 'registration',
        method: last.registration.methods[0],
      }
    : undefined;
}

/** Some need a second try. */
function failedBefore({ draw }: Account, event: Event): Event | undefined {
  return draw.chance(named.fails, 0.3)
    ? {
        ...event,
        at: event.at - (1 + draw.below(named.minutes, 90)) * 60_000,
        reason: reasons[draw.below(named.reason, reasons.length)],
      }
    : undefined;
}

/** Some of who have not registered tried to, in this period of thirty days or in the one before. */
function failedAlone({ draw, kind }: Account, time: number): Event | undefined {
  if (kind !== 'employee') {
    return undefined;
  }
  const length = keptDays * dayInMilliseconds;
  const period = Math.floor(time / length);
  for (const one of [period, period - 1]) {
    // Draws of periods that are far apart may be the same.
    const number = one % 100;
    const at = (one + draw.unit(named.tryDay + number)) * length;
    if (draw.chance(named.tries + number, 0.3) && at <= time) {
      return {
        at,
        feature: 'registration',
        method: tried[draw.below(named.method, tried.length)],
        reason: reasons[draw.below(named.reason, reasons.length)],
      };
    }
  }
  return undefined;
}

function reset({ draw, kind }: Account, time: number): Event | undefined {
  if (kind !== 'employee' || !draw.chance(named.resets, 0.05)) {
    return undefined;
  }
  const length = keptDays * dayInMilliseconds;
  const at = (Math.floor(time / length) + draw.unit(named.resetDay)) * length;
  return { at, feature: 'reset', method: 'email' };
}

function rowOf(
  { id, userPrincipalName, name }: Account,
  { at, feature, method, reason }: Event,
  place: number,
): Row {
  return {
    // An event's, which is the same whenever it is asked for.
    id: `${id.slice(0, -12)}${(Math.floor(at) * each + place)
      .toString(16)
      .padStart(12, '0')
      .slice(-12)}`,
    feature,
    userPrincipalName: userPrincipalName.toLowerCase(),
    userDisplayName: name.displayName,
    isSuccess: reason === undefined,
    authMethod: inEvents[method] ?? method,
    failureReason: reason ?? '',
    eventDateTime: new Date(at).toISOString(),
  };
}
