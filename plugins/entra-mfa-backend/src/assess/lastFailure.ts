import type { RegistrationEventBody } from '../collectors/types';
import { isLasting } from './phoneOnly';

/** For so many days, that somebody failed is worth a mark. */
const MARKED_DAYS = 30;
const DAY = 86_400_000;

/** When a failure is no longer worth a mark. */
export function endOfMark(failedAt: Date): Date {
  return new Date(failedAt.getTime() + MARKED_DAYS * DAY);
}

/**
 * When somebody last tried to register and failed, in the last 30 days; null where they did not, or have since
 * registered a method that could be a second factor.
 */
export function lastFailure(
  events: readonly RegistrationEventBody[],
  now: Date,
): Date | null {
  let failed = '';
  let managed = '';
  for (const { at, feature, method, success } of events) {
    if (feature !== 'registration') {
      continue;
    }
    if (!success && at > failed) {
      failed = at;
    } else if (success && isLasting(method) && at > managed) {
      managed = at;
    }
  }
  const failedAt = failed > managed ? new Date(failed) : null;
  return failedAt && endOfMark(failedAt) > now ? failedAt : null;
}
