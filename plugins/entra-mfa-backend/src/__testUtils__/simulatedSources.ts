import { GraphPageSource } from '../graph/GraphPageSource';
import { MemorySource } from './MemorySource';
import type { TestTenant } from './startTestTenant';

type Options = ConstructorParameters<typeof GraphPageSource>[0];

/** Sources of a `TestSync` that read the simulated tenant, beside an empty catalog. */
export function simulatedSources(
  { tenant, clock }: TestTenant,
  options: Pick<Options, 'requestTimeoutMs' | 'patienceMs'> = {},
) {
  return {
    graph: new GraphPageSource({
      tenant,
      clock,
      reportRequestsPer10Seconds: 4,
      ...options,
    }),
    catalog: new MemorySource(),
  };
}
