import {
  entraMfaExceptionDecidePermission,
  entraMfaExceptionRequestPermission,
  entraMfaReviewConductPermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
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
  const conducts = await caller.allows(entraMfaReviewConductPermission);
  return { conducts, people, userRef: caller.userRef };
}

/** Who conducts a review. */
export async function conductorOf(calling: Calling): Promise<ConductAccess> {
  const reader = await reviewReaderOf(calling);
  return { ...reader, userRef: userOf(calling.caller) };
}
