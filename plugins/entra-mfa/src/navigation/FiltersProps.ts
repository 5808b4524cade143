import type { FilterValues } from './filterValues';

/** Props of what reads and changes the filters. */
export interface FiltersProps {
  filter: FilterValues;
  onChange: (values: FilterValues) => void;
}
