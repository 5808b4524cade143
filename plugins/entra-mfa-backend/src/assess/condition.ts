import type {
  PersonState,
  ScopeClass,
  Tier,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Assessment } from './types';

/**
 * What is followed of a person from one snapshot to the next. Whoever is left out is followed as
 * such, and no further; only break-glass accounts are, because one without a method is no way back
 * in. A tier and the policy's leave matter of those who have registered.
 */
export interface Condition {
  state: PersonState;
  scopeClass: ScopeClass | null;
  registered: boolean | null;
  /** Null unless registered. */
  capable: boolean | null;
  /** Null unless registered. */
  tier: Tier | null;
}

/** The code of a condition of nobody: the person is not in the directory. */
export const ABSENT = 0;

/** One more than the largest code. */
export const CONDITIONS = 2 ** 15;

/** Codes are stored: a new name gets a new number, and none ever changes. */
const stateCodes = {
  covered: 1,
  uncovered: 2,
  unknown: 3,
  exempt: 4,
  'out-of-scope': 5,
} satisfies Record<PersonState, number>;

const scopeCodes = {
  'break-glass': 1,
  disabled: 2,
  guest: 3,
  sync: 4,
  'bulk-enrolment': 5,
  agent: 6,
  listed: 7,
  'future-hire': 8,
  'scope-rule': 9,
  mailbox: 10,
} satisfies Record<ScopeClass, number>;

const tierCodes = {
  none: 1,
  'recovery-only': 2,
  bootstrap: 3,
  other: 4,
  phone: 5,
  'app-or-token': 6,
  passwordless: 7,
  'phishing-resistant': 8,
} satisfies Record<Tier, number>;

const flagCodes = { null: 0, false: 1, true: 2 };

const states = namesOf(stateCodes);
const scopeClasses = namesOf(scopeCodes);
const tiers = namesOf(tierCodes);
const flags = [null, false, true];

/** The condition that an assessment comes to. */
export function conditionOf(
  person: Pick<
    Assessment,
    'state' | 'scopeClass' | 'registered' | 'capable' | 'tier'
  >,
): Condition {
  const { state, scopeClass } = person;
  const followed = state !== 'out-of-scope' || scopeClass === 'break-glass';
  const registered = followed ? person.registered : null;
  return {
    state,
    scopeClass,
    registered,
    capable: registered ? person.capable : null,
    tier: registered ? person.tier : null,
  };
}

/** A condition as one number: 3 bits of state, 4 of scope, 2 of each flag, 4 of tier. */
export function packCondition(condition: Condition | null): number {
  if (!condition) {
    return ABSENT;
  }
  const { state, scopeClass, registered, capable, tier } = condition;
  return (
    stateCodes[state] +
    (scopeClass === null ? 0 : scopeCodes[scopeClass]) * 8 +
    flagCodes[`${registered}`] * 128 +
    flagCodes[`${capable}`] * 512 +
    (tier === null ? 0 : tierCodes[tier]) * 2048
  );
}

/** The condition of a code; null where the person is not in the directory. */
export function unpackCondition(code: number): Condition | null {
  const state = states[code % 8];
  if (code === ABSENT || state === undefined) {
    return null;
  }
  return {
    state,
    scopeClass: scopeClasses[Math.floor(code / 8) % 16] ?? null,
    registered: flags[Math.floor(code / 128) % 4],
    capable: flags[Math.floor(code / 512) % 4],
    tier: tiers[Math.floor(code / 2048) % 16] ?? null,
  };
}

/** Names by their code. */
function namesOf<Name extends string>(
  codes: Record<Name, number>,
): (Name | undefined)[] {
  const names: (Name | undefined)[] = [];
  for (const [name, code] of Object.entries<number>(codes)) {
    names[code] = name as Name;
  }
  return names;
}
