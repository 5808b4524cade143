import type { Collector } from '../collectors/types';
import type { Explain } from './Explain';
import { readOrganization } from '../store/run/readOrganization';
import { RequiredDataSetError } from './RequiredDataSetError';
import type { RunContext } from './RunContext';

/**
 * Asks again whose data comes, of a run that published what it read before it was stopped: it may be
 * another tenant's by now. What is answered is not kept. Without an answer the run ends.
 */
export async function confirmTenant(
  context: RunContext,
  collector: Collector,
  explain: Explain,
): Promise<void> {
  const { signal, sources } = context;
  try {
    const pages = sources[collector.source].read(collector, { signal });
    for await (const page of pages) {
      context.logger.debug(`${collector.id}: ${page.rows.length} rows`);
    }
  } catch (error) {
    signal.throwIfAborted();
    const organization = await readOrganization(context);
    const { problem } = explain(error, collector, organization?.premium);
    throw new RequiredDataSetError(problem);
  }
}
