import type { FilterValues } from '../navigation/filterValues';

/** The filter of the preset of that name. */
export const atRiskWithoutMfa: FilterValues = {
  state: 'uncovered',
  mark: 'at-risk',
};
