import {
  entraMfaAssessmentApprovePermission,
  entraMfaAssessmentAuditPermission,
  entraMfaAssessmentPreparePermission,
  entraMfaComplianceReadPermission,
  entraMfaExceptionDecidePermission,
  entraMfaExceptionRequestPermission,
  entraMfaReviewConductPermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  ActingAssessmentAccess,
  AssessmentAccess,
} from '../assessments/types';
import type { ActingAccess, ExceptionAccess } from '../exceptions/types';
import type { ConductAccess, ReviewAccess } from '../reviews/types';
import type { PeopleAccess } from '../types';
import type { Caller } from './Caller';

interface Calling {
  caller: Caller;
  people: PeopleAccess;
}

/** The entity ref of a caller of a route that is for users only. */
export function userOf({ userRef }: Caller): string {
  if (userRef === null) {
    throw new Error('A service was let in where only users may act');
  }
  return userRef;
}

/** Who reads exceptions. */
export async function exceptionReaderOf({
  caller,
  people,
}: Calling): Promise<ExceptionAccess> {
  const [decides, requests] = await Promise.all([
    caller.allows(entraMfaExceptionDecidePermission),
    caller.allows(entraMfaExceptionRequestPermission),
  ]);
  return { decides, requests, people, userRef: caller.userRef };
}

/** Who asks for an exception, decides, ends or withdraws one. */
export async function requesterOf(calling: Calling): Promise<ActingAccess> {
  const reader = await exceptionReaderOf(calling);
  return { ...reader, userRef: userOf(calling.caller) };
}

/** Who reads reviews. */
export async function reviewReaderOf({
  caller,
  people,
}: Calling): Promise<ReviewAccess> {
  const [conducts, refs] = await Promise.all([
    caller.allows(entraMfaReviewConductPermission),
    caller.refs(),
  ]);
  return { conducts, people, userRef: caller.userRef, refs };
}

/** Who conducts a review, or decides in one. */
export async function conductorOf(calling: Calling): Promise<ConductAccess> {
  const reader = await reviewReaderOf(calling);
  return { ...reader, userRef: userOf(calling.caller) };
}

/** Who reads assessments: all of them, or those that are assigned to them. */
export async function assessmentReaderOf({
  caller,
}: Calling): Promise<AssessmentAccess> {
  const [reads, prepares, approves, audits] = await Promise.all(
    [
      entraMfaComplianceReadPermission,
      entraMfaAssessmentPreparePermission,
      entraMfaAssessmentApprovePermission,
      entraMfaAssessmentAuditPermission,
    ].map(permission => caller.allows(permission)),
  );
  return {
    ...{ prepares, approves, audits },
    seesAll: reads || prepares || approves,
    refs: audits ? await caller.refs() : [],
    userRef: caller.userRef,
  };
}

/** Who takes a step on an assessment. */
export async function assessorOf(
  calling: Calling,
): Promise<ActingAssessmentAccess> {
  const reader = await assessmentReaderOf(calling);
  return { ...reader, userRef: userOf(calling.caller) };
}
