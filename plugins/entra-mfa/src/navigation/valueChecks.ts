import {
  bases,
  changeKinds,
  changeSorts,
  entraGroupSorts,
  personGapKinds,
  personMarks,
  personSorts,
  personStates,
  reviewItemReviewers,
  reviewItemStates,
  reviewReasons,
  roleKinds,
  scopeClasses,
  serviceSorts,
  stateReasons,
  teamSorts,
  tierFilters,
  whatIfRules,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { changesNames } from './changesNames';
import type { filterNames } from './filterValues';
import type { servicesFilterNames } from './servicesFilter';

/** What the values of an address may be. */
export interface ValueCheck {
  /** Whether they are alternatives, separated by commas. */
  isList?: boolean;
  accepts(value: string): boolean;
}

/** A check for each name. */
export type ValueChecks<Name extends string> = Readonly<
  Record<Name, ValueCheck>
>;

const oneOf = (known: readonly string[]): ValueCheck => ({
  accepts: value => known.includes(value),
});
const someOf = (known: readonly string[]): ValueCheck => ({
  ...oneOf(known),
  isList: true,
});
const upTo = (length: number): ValueCheck => ({
  accepts: value => value.length <= length,
});
const matching = (pattern: RegExp): ValueCheck => ({
  accepts: value => pattern.test(value),
});
const anything: ValueCheck = { accepts: () => true };
const wholeNumber = matching(/^\d{1,5}$/);
const order = oneOf(['asc', 'desc']);
const yesOrNo = oneOf(['true', 'false']);
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const entityRef = matching(/^[^:/]+:[^:/]+\/[^:/]+$/);
const groupRef = matching(/^group:[^:/]+\/[^:/]+$/i);

const today = () => new Date().toISOString().slice(0, 10);

/** Whether a text is a day of the calendar that has begun, `2026-11-21`. */
export function isPastDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text)
    ? Date.parse(`${text}T00:00:00Z`)
    : NaN;
  return (
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text) &&
    text <= today()
  );
}

/** A day, or a moment of one. */
const pastTime: ValueCheck = {
  accepts: value =>
    isPastDay(value) ||
    (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) &&
      Date.parse(value) <= Date.now()),
};

/** Of the page itself. */
export const pageChecks = {
  tenant: anything,
  at: { accepts: isPastDay },
} satisfies ValueChecks<'tenant' | 'at'>;

/** Of the overview: how many days its trend shows. */
export const trendChecks = {
  trend: oneOf(['30', '90', '365']),
} satisfies ValueChecks<'trend'>;

/** Of campaigns: of what gap they remind. */
export const gapChecks = {
  gap: oneOf(personGapKinds),
} satisfies ValueChecks<'gap'>;

/** Of the list of people. */
export const filterChecks: ValueChecks<(typeof filterNames)[number]> = {
  state: someOf(personStates),
  reason: someOf(stateReasons),
  tier: someOf(tierFilters),
  scopeClass: someOf(scopeClasses),
  scopeRule: { isList: true, ...upTo(100) },
  mark: someOf(personMarks),
  method: upTo(100),
  privileged: yesOrNo,
  role: { isList: true, ...upTo(64) },
  roleKind: oneOf(roleKinds),
  inCatalog: yesOrNo,
  team: entityRef,
  subTeams: yesOrNo,
  group: matching(guid),
  exception: upTo(64),
  minAgeDays: wholeNumber,
  maxAgeDays: wholeNumber,
  noSignInDays: wholeNumber,
  q: upTo(200),
  sort: oneOf(personSorts),
  order,
};

/** Of the list of teams. */
export const teamsChecks = {
  q: upTo(200),
  sort: oneOf(teamSorts),
  order,
  by: oneOf(['map', 'group']),
  /** Below which team the map begins. */
  of: entityRef,
} satisfies ValueChecks<'q' | 'sort' | 'order' | 'by' | 'of'>;

/** Of the list of groups of Entra. */
export const groupsChecks = {
  q: upTo(200),
  sort: oneOf(entraGroupSorts),
  order,
} satisfies ValueChecks<'q' | 'sort' | 'order'>;

/** Of the list of changes. */
export const changesChecks: ValueChecks<(typeof changesNames)[number]> = {
  from: pastTime,
  to: pastTime,
  kind: someOf(changeKinds),
  team: entityRef,
  q: upTo(200),
  sort: oneOf(changeSorts),
  order,
};

/** Of the report of a month, which has begun. */
export const monthChecks = {
  month: {
    accepts: value => /^\d{4}-\d\d$/.test(value) && isPastDay(`${value}-01`),
  },
  team: entityRef,
} satisfies ValueChecks<'month' | 'team'>;

/** Of the people of a review. */
export const itemChecks = {
  reason: someOf(reviewReasons),
  decision: someOf(reviewItemStates),
  reviewer: oneOf(reviewItemReviewers),
  q: upTo(200),
} satisfies ValueChecks<'reason' | 'decision' | 'reviewer' | 'q'>;

/** Of the list of controls. */
export const controlsChecks = {
  framework: matching(/^[a-z0-9][a-z0-9.-]{0,31}$/),
} satisfies ValueChecks<'framework'>;

/** Of the lists of exceptions. */
export const exceptionsChecks = {
  q: upTo(200),
} satisfies ValueChecks<'q'>;

/** Of what can be assumed, by the names of the contract. */
export const assumptionChecks = {
  phoneOff: yesOrNo,
  withoutExceptions: yesOrNo,
  countGuests: yesOrNo,
  basis: oneOf(bases),
  targetPermille: {
    accepts: value => /^\d{1,4}$/.test(value) && +value > 0 && +value <= 1000,
  },
  rules: oneOf(whatIfRules),
  team: entityRef,
} satisfies ValueChecks<
  | 'phoneOff'
  | 'withoutExceptions'
  | 'countGuests'
  | 'basis'
  | 'targetPermille'
  | 'rules'
  | 'team'
>;

/** Of the list of services, whose kinds, lifecycles and tiers the catalog makes. */
export const servicesChecks: ValueChecks<(typeof servicesFilterNames)[number]> =
  {
    kind: anything,
    lifecycle: anything,
    tier: anything,
    q: upTo(200),
    sort: oneOf(serviceSorts),
    order,
    team: groupRef,
  };
