import type { Collector } from '../collectors/types';
import type { Explanation } from '../graph/types';
import type { CompleteDataSet } from '../store/run/publishDataSets';
import { readPublishedBy } from '../store/run/readPublishedBy';
import type { Explain } from './Explain';
import { holdDoubted } from './holdDoubted';
import { RequiredDataSetError } from './RequiredDataSetError';
import { readInLanes } from './readInLanes';
import { readOne } from './readOne';
import type { RunContext } from './RunContext';

/** What a run has read. */
export interface ReadResult {
  complete: CompleteDataSet[];
  /** Data sets that the tenant does not give, or that failed and can be done without. */
  missing: { collector: Collector; explanation: Explanation }[];
}

/**
 * Reads every data set and keeps the outcome of each; beside each other are those that different limits of Microsoft
 * hold back. Throws `RequiredDataSetError` at the first one without which no figure can be given. What is only doubted is
 * told when everything is read, so that one second reading is enough for all that fell together.
 *
 * A run that was stopped while it assessed has everything: it only asks again whose data that is.
 */
export async function readAll(
  context: RunContext,
  collectors: readonly Collector[],
  explain: Explain,
): Promise<ReadResult> {
  const { claim } = context;
  const published = claim.resumed
    ? await readPublishedBy(context.knex, claim)
    : new Set<string>();
  const outcomes = await readInLanes(
    collectors,
    (collector, signal) =>
      readOne({ ...context, signal }, collector, explain, published),
    context.signal,
  );
  const doubted = outcomes.flatMap(({ doubted: one }) => one ?? []);
  if (doubted.length > 0) {
    await holdDoubted(context, doubted);
    throw new RequiredDataSetError(doubted[0].problem);
  }
  return {
    complete: outcomes.flatMap(({ complete }) => complete ?? []),
    missing: outcomes.flatMap(({ missing }) => missing ?? []),
  };
}
