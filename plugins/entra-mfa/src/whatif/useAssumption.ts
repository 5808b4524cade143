import { useCheckedValues } from '../navigation/useCheckedValues';
import type { UrlValues } from '../navigation/useUrlValues';
import { assumptionChecks } from '../navigation/valueChecks';

/** What is assumed, as the URL carries it. */
export type AssumptionValues = UrlValues<keyof typeof assumptionChecks>;

/** Reads what is assumed from the URL, and changes it there. */
export const useAssumption = () => useCheckedValues(assumptionChecks);
