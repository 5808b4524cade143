import {
  formatPermille,
  type ControlDay,
  type ControlResult,
  type ControlTestId,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** What a status, or the day of a strip, is called. */
export const statusWords: Readonly<Record<ControlDay, string>> = {
  met: 'met',
  'not-met': 'not met',
  'not-evaluated': 'not evaluated',
  stale: 'stale',
  disabled: 'does not apply',
  'no-data': 'no data',
};

/** What each test asks. */
export const testTitles: Readonly<Record<ControlTestId, string>> = {
  coverage: 'Coverage reaches the target',
  'members-capable': 'Every member is MFA capable, by CIS’s count',
  'all-phishing-resistant': 'Everyone has a phishing-resistant method',
  'privileged-covered': 'Every privileged person is covered',
  'privileged-phishing-resistant':
    'Every privileged person has a phishing-resistant method',
  'privileged-not-phone-only': 'No privileged person has only a phone',
  'roles-of-disabled': 'No disabled account holds a privileged role',
  'break-glass': 'Break-glass accounts pass every check',
  joiners: 'Nobody who joined is without a method for long',
  leavers: 'Nobody who left can sign in',
  'lost-registrations': 'Lost registrations have an answer',
  exceptions: 'Someone else approved each exception',
  review: 'A review was closed this quarter',
  policies: 'A policy demands MFA',
  sync: 'Every data set is read',
};

const reasons: Readonly<Record<NonNullable<ControlResult['reason']>, string>> =
  {
    nobody: 'nobody of whom it can be told',
    'roles-not-known': 'not all of roles was read',
    'people-not-known': 'of some people it is not known',
    'not-read': 'what it needs is not read',
    'register-not-known': 'not every check could be made',
    'not-judged': 'it could not decide',
  };

/** A number with its thousands apart, the same in every place. */
export const counted = (value: number) =>
  String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A moment as it is told: `2026-11-30 08:00 UTC`. */
export const momentOf = (at: Date | string) =>
  `${(typeof at === 'string' ? at : at.toISOString())
    .slice(0, 16)
    .replace('T', ' ')} UTC`;

/** A share that is asked for: `95 %`. */
export const shareOf = (permille: number) => `${permille / 10} %`;

/** What a test counted, in words, or why it could not run. */
export function figureOf(result: Omit<ControlResult, 'added'>): string {
  const { test, outcome, reason, days } = result;
  if (reason !== null) return reasons[reason];
  const value = counted(result.count ?? 0);
  const all = counted(result.of ?? 0);
  const target = shareOf(result.targetPermille ?? 0);
  const of = `${value} of ${all}`;
  const people = `${of} privileged people`;
  switch (test) {
    case 'coverage': {
      const permille =
        result.of && Math.floor(((result.count ?? 0) * 1000) / result.of);
      const share = permille === null ? '' : ` (${formatPermille(permille)})`;
      return `${of}${share}, target ${target}`;
    }
    case 'members-capable':
      return `${of} members`;
    case 'all-phishing-resistant':
      return `${of} people`;
    case 'privileged-covered':
    case 'privileged-phishing-resistant':
      return people;
    case 'privileged-not-phone-only':
      return `${people} with a phone only`;
    case 'roles-of-disabled':
      return `${value} disabled with a role`;
    case 'break-glass':
      return `${of} accounts pass`;
    case 'joiners':
      return `${of} without a method after ${days} days`;
    case 'leavers':
      return `${of} can still sign in`;
    case 'lost-registrations':
      return `${value} without an answer after ${days} days`;
    case 'exceptions':
      return result.of === 0
        ? 'no exception in force'
        : `${of} approved by someone else`;
    case 'review':
      return `${
        outcome === 'met' ? 'closed' : 'none closed'
      } within ${days} days`;
    case 'policies':
      return result.count === null
        ? 'security defaults are on'
        : `${of} policies`;
    case 'sync':
      return `${of} data sets`;
    default:
      if (result.count === null) return '';
      return result.of === null ? value : of;
  }
}
