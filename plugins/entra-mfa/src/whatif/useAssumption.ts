import { useUrlValues, type UrlValues } from '../navigation/useUrlValues';

/** What can be assumed, by the names of the contract; the URL keeps it, so that a link shows it. */
const assumptionNames = [
  'phoneOff',
  'withoutExceptions',
  'countGuests',
  'basis',
  'targetPermille',
  'rules',
  'team',
] as const;

/** What is assumed, as the URL carries it. */
export type AssumptionValues = UrlValues<(typeof assumptionNames)[number]>;

/** Reads what is assumed from the URL, and changes it there. */
export const useAssumption = () => useUrlValues(assumptionNames);
