import type { Collector, OrganizationBody } from '../collectors/types';
import type { Explanation } from '../graph/types';

/** Tells an error to a reader: see `explain` of the graph folder. */
export type Explain = (
  error: unknown,
  collector: Collector,
  premium: OrganizationBody['premium'] | undefined,
) => Explanation;
