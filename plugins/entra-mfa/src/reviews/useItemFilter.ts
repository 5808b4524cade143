import { useCheckedValues } from '../navigation/useCheckedValues';
import type { UrlValues } from '../navigation/useUrlValues';
import { itemChecks } from '../navigation/valueChecks';

/** Which people of a review are listed, as the URL keeps it: lists with commas. */
export type ItemValues = UrlValues<keyof typeof itemChecks>;

/** Reads the filter from the URL, and changes it there. */
export const useItemFilter = () => useCheckedValues(itemChecks);
