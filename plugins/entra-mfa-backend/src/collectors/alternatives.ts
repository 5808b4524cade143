import type { ChosenRead, Collector, OrganizationBody } from './types';

/** Those of some data sets that are read anyway, or are chosen. */
export function chosenOf(
  some: readonly Collector[],
  chosen: Partial<Record<ChosenRead, boolean>> = {},
): Collector[] {
  return some.filter(
    ({ onlyWhereChosen: setting }) =>
      setting === undefined || chosen[setting] === true,
  );
}

/** A data set as it is read of a tenant with that plan: see `withoutPremium`. */
export function asReadOf(
  collector: Collector,
  premium: OrganizationBody['premium'],
): Collector {
  return premium === null ? collector.withoutPremium ?? collector : collector;
}

/** Some data sets with what is read in their stead. */
export function withAlternatives(some: readonly Collector[]): Collector[] {
  return some.flatMap(one =>
    one.withoutPremium ? [one, one.withoutPremium] : [one],
  );
}
