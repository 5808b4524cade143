import {
  reviewReasons,
  type PersonMark,
  type PersonState,
  type ReviewReason,
  type ScopeClass,
  type StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** What decides whether a person comes on the list of a review: as of its snapshot, if nothing else is said. */
export interface ReviewFacts {
  state: PersonState;
  reason: StateReason;
  /** Null of who is in scope and enabled. */
  scopeClass: ScopeClass | null;
  registered: boolean | null;
  /** Null while roles are not read. */
  privileged: boolean | null;
  marks: readonly PersonMark[];
  hasMethods: boolean;
  enabled: boolean | null;
  enablementSince: Date | null;
  leaveAt: Date | null;
  createdAt: Date | null;
  /** Whether the catalog knows the person. */
  hasEntity: boolean;
  /** Whether it did at some time since the baseline. */
  hadEntity: boolean;
  /** Whether the person was there at the baseline. */
  atBaseline: boolean;
}

/** The times of a review. */
export interface ReviewTimes {
  /** Of its snapshot. */
  at: Date;
  /** Of its baseline. */
  since: Date;
  /** Accounts made up to then are old enough to be asked for a method. */
  oldEnough: Date;
}

const rules: Record<
  ReviewReason,
  (facts: ReviewFacts, times: ReviewTimes) => boolean
> = {
  privileged: ({ privileged, marks }) =>
    privileged === true || marks.includes('disabled-with-role'),
  new: ({ atBaseline, createdAt }, { since }) =>
    !atBaseline || (createdAt !== null && createdAt >= since),
  'left-but-enabled': (facts, { at }) =>
    (facts.enabled === true && facts.leaveAt !== null && facts.leaveAt <= at) ||
    (facts.scopeClass === null && !facts.hasEntity && facts.hadEntity),
  disabled: ({ enabled, enablementSince }, { since }) =>
    enabled === false && enablementSince !== null && enablementSince > since,
  'no-method': (facts, { oldEnough }) =>
    facts.scopeClass === null &&
    hasNoMethod(facts) &&
    (facts.createdAt === null || facts.createdAt <= oldEnough),
};

/** Why somebody is on the list of a review; empty for who is not. */
export function reviewReasonsOf(
  facts: ReviewFacts,
  times: ReviewTimes,
): ReviewReason[] {
  return reviewReasons.filter(reason => rules[reason](facts, times));
}

/** Somebody privileged without a method of their own stays only with a word why. */
export function keepNeedsNote(facts: ReviewFacts): boolean {
  const { privileged, registered, reason } = facts;
  return (
    privileged === true && registered !== true && reason !== 'external-method'
  );
}

/** Nothing follows from a report that was not read: such people are not without a method. */
function hasNoMethod(facts: ReviewFacts): boolean {
  const { state, reason, registered, hasMethods } = facts;
  return (
    (state === 'uncovered' && registered !== true) ||
    (state === 'unknown' &&
      !hasMethods &&
      (reason === 'no-row-yet' || reason === 'certificate-scope'))
  );
}
