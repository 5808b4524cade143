import type { EntityFilter } from '@backstage/plugin-catalog-react';
import { targetLabel } from './teamTag';

/** Lists Groups by how they stand against their target: by their label, which the catalog asks its database for. */
export class TargetFilter implements EntityFilter {
  constructor(readonly values: string[]) {}

  getCatalogFilters(): Record<string, string[]> {
    return { [`metadata.labels.${targetLabel}`]: this.values };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}
