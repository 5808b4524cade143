import type { ExceptionState } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dayOf } from './days';
import type { ExceptionFacts } from './types';

/**
 * What had become of an exception at a time. It asks the time alone, so any past time is answered as
 * it was then, and an exception ends without anybody doing anything.
 *
 * @param isNow - whether that is now: then every step on record was taken, also one that a replica recorded
 *   whose clock is ahead
 */
export function exceptionState(
  exception: Omit<ExceptionFacts, 'subject' | 'id' | 'requestedBy'>,
  at: Date,
  isNow = false,
): ExceptionState {
  const taken = (step: Date | null) => step !== null && (isNow || step <= at);
  const isOver = exception.until < dayOf(at);
  if (taken(exception.withdrawnAt)) {
    return 'withdrawn';
  }
  if (!taken(exception.decidedAt)) {
    return isOver ? 'lapsed' : 'requested';
  }
  if (exception.decision === 'refused') {
    return 'refused';
  }
  if (taken(exception.endedAt)) {
    return 'ended';
  }
  return isOver ? 'expired' : 'in-force';
}
