import type { Config } from '@backstage/config';
import { fail } from './fail';
import type { EntraMfaConfig } from './types';

/** Reads after how many days an account without a method comes on the list of a review. */
export function readReviews(config: Config): EntraMfaConfig['reviews'] {
  const noMethodAfterDays =
    config.getOptionalNumber('reviews.noMethodAfterDays') ?? 14;
  if (
    !Number.isInteger(noMethodAfterDays) ||
    noMethodAfterDays < 0 ||
    noMethodAfterDays > 3650
  ) {
    fail(
      'entraMfa.reviews.noMethodAfterDays',
      'should be a whole number of days, from 0 to 3650',
    );
  }
  return { noMethodAfterDays };
}
