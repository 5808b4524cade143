import {
  personStates,
  type PeopleFilter,
  type PersonState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { TenantCounts } from '../assess/TenantCounts';
import type { StoredCounts } from '../assess/types';
import type { RoleFigures } from './roleList/roleFigures';

/** What narrows a list of people; the team is whose counts are asked. */
export type Narrowing = Partial<
  Omit<PeopleFilter, 'sort' | 'order' | 'tenant' | 'at' | 'team' | 'subTeams'>
>;

/** A tenant's line of counts, or a team's, which has less. */
type Line = StoredCounts & Partial<TenantCounts>;

const inScope: readonly PersonState[] = [
  'covered',
  'uncovered',
  'unknown',
  'exempt',
];

/** Filters by which no figure is made. */
const uncounted = [
  'q',
  'entityRef',
  'group',
  'exception',
  'role',
  'roleKind',
  'minAgeDays',
  'maxAgeDays',
  'noSignInDays',
] as const satisfies readonly (keyof Narrowing)[];

/** Filters of which a figure has one, beside the states; two go together only as `ofPrivileged` has it. */
const counted = [
  'reason',
  'tier',
  'scopeClass',
  'scopeRule',
  'mark',
  'method',
  'privileged',
  'inCatalog',
] as const satisfies readonly (keyof Narrowing)[];

/**
 * The figure that a line of counts has of exactly the people whom a filter finds; null where it has none.
 * Whatever a page shows beside a link to a list is one of these.
 */
export function figureOfFilter(filter: Narrowing, line: Line): number | null {
  if (uncounted.some(key => isGiven(filter[key]))) {
    return null;
  }
  const states = isGiven(filter.state) ? filter.state! : personStates;
  const given = counted.filter(key => isGiven(filter[key]));
  if (given.includes('privileged')) {
    return ofPrivileged(filter, states, line, given);
  }
  if (given.length > 1) {
    return null;
  }
  const [only] = given;
  const whole = isInScope(states);
  switch (only) {
    case undefined:
      return sum([...new Set(states)].map(state => line.states[state]));
    case 'reason':
      return sum(
        line.reasons
          .filter(
            one =>
              states.includes(one.state) && filter.reason!.includes(one.reason),
          )
          .map(({ count }) => count),
      );
    case 'scopeClass':
      return states.includes('out-of-scope') && line.leftOut
        ? sum(
            line.leftOut
              .filter(one =>
                filter.scopeClass!.some(name => name === one.scopeClass),
              )
              .map(({ count }) => count),
          )
        : null;
    case 'scopeRule':
      return states.includes('out-of-scope') && line.leftOut
        ? sum(
            (line.scopeRules ?? [])
              .filter(({ name }) => filter.scopeRule!.includes(name))
              .map(({ people }) => people),
          )
        : null;
    case 'tier':
      return whole ? ofTiers(filter.tier!, line.tiers, line.noTier) : null;
    case 'mark':
      return ofMark(filter, whole, line);
    case 'method':
      return whole
        ? line.methods.find(({ method }) => method === filter.method)?.count ??
            0
        : null;
    default:
      return whole && filter.inCatalog === false ? line.notInCatalog : null;
  }
}

/** The same of a team's own members, of whom no more is counted than who is covered. */
export function ownFigureOfFilter(
  filter: Narrowing,
  own: { directCovered: number; directUncovered: number },
): number | null {
  const narrows = [...uncounted, ...counted].some(key => isGiven(filter[key]));
  if (narrows || !isGiven(filter.state)) {
    return null;
  }
  const states = [...new Set(filter.state!)];
  const of: Partial<Record<PersonState, number>> = {
    covered: own.directCovered,
    uncovered: own.directUncovered,
  };
  return states.every(state => of[state] !== undefined)
    ? sum(states.map(state => of[state]!))
    : null;
}

/** The same of one role; what a list of roles shows. */
export function figureOfRole(
  filter: Narrowing,
  role: RoleFigures | undefined,
): number | null {
  const { role: ids, roleKind, state } = filter;
  const narrows = [...uncounted, ...counted].filter(key =>
    isGiven(filter[key]),
  );
  if (
    !role ||
    new Set(ids).size !== 1 ||
    narrows.some(key => key !== 'role' && key !== 'roleKind')
  ) {
    return null;
  }
  const figure = role[roleKind ?? 'all'];
  const outOfScope = roleKind === undefined ? role.outOfScope : null;
  const parts = [...new Set(isGiven(state) ? state : personStates)].map(one =>
    one === 'out-of-scope' ? outOfScope : figure?.[one] ?? null,
  );
  const known = parts.filter(part => part !== null);
  return known.length === parts.length ? sum(known) : null;
}

function ofPrivileged(
  { privileged, tier }: Narrowing,
  states: readonly PersonState[],
  line: Line,
  given: readonly string[],
): number | null {
  const others = given.filter(key => key !== 'privileged');
  const counts = line.privileged;
  if (!privileged || !counts) {
    return null;
  }
  if (isInScope(states)) {
    if (others.length === 0) {
      return counts.people;
    }
    return others.length === 1 && others[0] === 'tier'
      ? ofTiers(tier!, counts.tiers, counts.noTier)
      : null;
  }
  const [state, ...more] = new Set(states);
  return others.length === 0 &&
    more.length === 0 &&
    (state === 'covered' || state === 'uncovered')
    ? counts[state]
    : null;
}

/** Marks are counted of people in scope, but for one of those who are disabled. People may have several. */
function ofMark(
  { mark, state }: Narrowing,
  whole: boolean,
  line: Line,
): number | null {
  const [only, ...more] = new Set(mark);
  if (more.length > 0) {
    return null;
  }
  if (only === 'disabled-with-role') {
    return isGiven(state) ? null : line.privileged?.disabledWithRole ?? null;
  }
  if (
    only === 'at-risk' &&
    new Set(state).size === 1 &&
    state![0] === 'uncovered'
  ) {
    return line.atRiskUncovered ?? 0;
  }
  return whole ? line.marks[only] ?? 0 : null;
}

function ofTiers(
  wanted: readonly string[],
  tiers: Readonly<Record<string, number>>,
  noTier: number,
): number {
  return sum(
    [...new Set(wanted)].map(tier =>
      tier === 'no-row' ? noTier : tiers[tier] ?? 0,
    ),
  );
}

function isInScope(states: readonly PersonState[]): boolean {
  const asked = new Set(states);
  return asked.size === inScope.length && inScope.every(one => asked.has(one));
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== '';
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
