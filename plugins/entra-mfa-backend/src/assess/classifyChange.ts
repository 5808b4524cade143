import type { ChangeKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Condition } from './condition';
import { tierRank } from './tier';

/** How a person was and is. Null: not in the directory. */
export interface NetChange {
  before: Condition | null;
  after: Condition | null;
  /** Whether the name or the user principal name changed in between. */
  renamed: boolean;
  /** Whether every change of the condition in between came from the rules alone. */
  onlyByRules: boolean;
}

type Followed = { before: Condition; after: Condition };

/** The kinds that people show who are there before and after, the most important first. */
const kinds: [ChangeKind, (change: Followed) => boolean][] = [
  [
    'lost',
    ({ before, after }) =>
      standingOf(before) === 'registered' && standingOf(after) === 'not',
  ],
  ['downgraded', change => strengthens(change) < 0],
  [
    'gained',
    ({ before, after }) =>
      standingOf(before) === 'not' && standingOf(after) === 'registered',
  ],
  ['upgraded', change => strengthens(change) > 0],
  ['scope', ({ before, after }) => before.scopeClass !== after.scopeClass],
  [
    'exception',
    ({ before, after }) =>
      (before.state === 'exempt') !== (after.state === 'exempt'),
  ],
  [
    'certainty',
    ({ before, after }) =>
      (standingOf(before) === 'not-known') !==
        (standingOf(after) === 'not-known') ||
      (before.state === 'unknown') !== (after.state === 'unknown'),
  ],
];

/**
 * The one kind of a person's change between two snapshots, the most important of those that fit; null
 * where nothing that is followed is another: who went there and back did not change.
 */
export function classifyChange(change: NetChange): ChangeKind | null {
  const { before, after, renamed } = change;
  if (!before || !after) {
    return whoCameOrLeft(change);
  }
  if (isSameRow(before, after)) {
    return renamed ? 'renamed' : null;
  }
  if (change.onlyByRules) {
    return 'rule';
  }
  const kind = kinds.find(([, fits]) => fits({ before, after }))?.[0];
  // The facts are the same then, or count as the same: what is left are the rules.
  return kind ?? (before.state === after.state ? unnamed(renamed) : 'rule');
}

/**
 * Whether with this one step somebody came to count as not registered. Whether a registration was lost
 * by then, the steps before it tell: who has no row is waited for.
 */
export function endsRegistration(
  before: Condition | null,
  after: Condition | null,
): boolean {
  return (
    before !== null &&
    after !== null &&
    standingOf(before) !== 'not' &&
    standingOf(after) === 'not'
  );
}

function whoCameOrLeft({ before, after }: NetChange): ChangeKind | null {
  if (before) {
    return 'left';
  }
  return after ? 'joined' : null;
}

function unnamed(renamed: boolean): ChangeKind | null {
  return renamed ? 'renamed' : null;
}

/**
 * What is known of a registration. Who has no row after two complete reads counts as not registered;
 * a false flag proves nothing of who is not known (an external method, a certificate).
 */
export function standingOf({
  state,
  registered,
}: Condition): 'registered' | 'not' | 'not-known' {
  if (registered) {
    return 'registered';
  }
  const known = registered === null ? state === 'uncovered' : true;
  return known && state !== 'unknown' ? 'not' : 'not-known';
}

/** Above 0 where the best method is stronger, or allowed at last; a weaker one weighs more. */
function strengthens({ before, after }: Followed): number {
  if (!before.registered || !after.registered) {
    return 0;
  }
  const tier = Math.sign(tierRank(after.tier) - tierRank(before.tier));
  // Whether it is allowed is not known where methods were read one by one.
  const leave =
    after.capable === null || before.capable === null
      ? 0
      : Number(after.capable) - Number(before.capable);
  return Math.min(tier, leave) < 0 ? -1 : Math.max(tier, leave);
}

function isSameRow(before: Condition, after: Condition): boolean {
  return (
    before.state === after.state &&
    before.scopeClass === after.scopeClass &&
    before.registered === after.registered &&
    before.capable === after.capable &&
    before.tier === after.tier
  );
}
