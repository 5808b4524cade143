import type {
  AssessmentAction,
  AssessmentState,
  AssessmentStepKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isSameUser } from '../exceptions/fitsActor';
import { refuseUnidentified, type Refusal } from '../exceptions/refusals';
import type { Actor } from '../exceptions/types';

/** What an assessment is after its steps. A changed one that was returned stays returned. */
export function assessmentState(
  steps: readonly { kind: AssessmentStepKind }[],
): AssessmentState {
  const { kind } =
    steps.findLast(step => step.kind !== 'changed') ?? steps[steps.length - 1];
  switch (kind) {
    case 'submitted':
      return 'in-review';
    case 'returned':
    case 'approved':
    case 'superseded':
      return kind;
    default:
      return 'draft';
  }
}

/** Who takes a step, who prepared it, and what they may do. */
export interface AssessmentParties {
  actor: Pick<Actor, 'userRef' | 'objectIds' | 'addresses' | 'isKnown'>;
  /** Who drafted, changed or submitted it. */
  preparers: readonly AssessmentParties['actor'][];
}

/** The permissions of who acts. */
export interface AssessmentRights {
  prepares: boolean;
  approves: boolean;
  /** Whether it is theirs to audit. */
  audits: boolean;
}

const notAllowed = (message: string): Refusal => ({
  kind: 'not-allowed',
  message,
});
const conflict = (message: string): Refusal => ({ kind: 'conflict', message });

const needs = {
  change: 'prepare',
  submit: 'prepare',
  assign: 'prepare',
  supersede: 'prepare',
  approve: 'approve',
  return: 'approve',
} as const;

/**
 * Why somebody may not do something with an assessment; null where they may.
 *
 * @param unidentifiedMayDecide - whether four eyes are only two users of the portal, not two people
 */
export function refuseStep(
  action: AssessmentAction,
  state: AssessmentState,
  rights: AssessmentRights,
  { actor, preparers }: AssessmentParties,
  unidentifiedMayDecide: boolean,
): Refusal | null {
  const { prepares, approves, audits } = rights;
  if (action === 'comment') {
    return prepares || approves || audits
      ? null
      : notAllowed(
          'Only who prepares, approves or audits an assessment comments on it: you need the permission entra-mfa.assessment.prepare, entra-mfa.assessment.approve or entra-mfa.assessment.audit',
        );
  }
  if (needs[action] === 'prepare' ? !prepares : !approves) {
    return notAllowed(
      `You need the permission entra-mfa.assessment.${needs[action]}: ask an administrator of the portal`,
    );
  }
  if (!fits(action, state)) {
    return conflict(tooLate(action, state));
  }
  if (action !== 'approve' && action !== 'return') {
    return null;
  }
  if (!unidentifiedMayDecide && !actor.isKnown) {
    return refuseUnidentified;
  }
  if (preparers.some(one => isSameUser(actor, one))) {
    return notAllowed(
      'You prepared, changed or submitted this assessment yourself: somebody else has to approve or return it',
    );
  }
  return action === 'approve' &&
    !unidentifiedMayDecide &&
    preparers.some(({ isKnown }) => !isKnown)
    ? notAllowed(
        'Nobody can tell who prepared this assessment: the directory has no such person, so it may be you. Return it, and let somebody who is joined to the directory prepare one anew',
      )
    : null;
}

function fits(
  action: Exclude<AssessmentAction, 'comment'>,
  state: AssessmentState,
): boolean {
  switch (action) {
    case 'change':
    case 'submit':
      return state === 'draft' || state === 'returned';
    case 'approve':
    case 'return':
      return state === 'in-review';
    case 'supersede':
      return state === 'approved';
    default:
      return state !== 'superseded';
  }
}

function tooLate(action: AssessmentAction, state: AssessmentState): string {
  if (state === 'superseded') {
    return 'A newer assessment took the place of this one: look at that';
  }
  if (state === 'approved') {
    return 'This assessment is approved, and frozen: start a newer one that supersedes it';
  }
  if (state === 'in-review') {
    return action === 'supersede'
      ? 'This assessment is in review: only an approved one is superseded'
      : 'This assessment is in review: whoever approves may return it, then it can be changed';
  }
  return action === 'supersede'
    ? 'This assessment is not approved: change it, and submit it'
    : 'This assessment is not in review: whoever prepares it has to submit it first';
}
