import { peopleCount } from '../collectors/peopleCount';
import { ReadError } from '../graph/errors';
import type { CollectorState } from '../store/run/saveCollector';
import { saveExpectedPeople } from '../store/run/saveExpectedPeople';
import type { RunContext } from './RunContext';
import { kindOf } from '../problems/SyncFailedError';

/** How long the read of the people themselves may be kept waiting for it, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Asks how many people there are, before they are read, so that whoever waits sees how far the read is,
 * and half an answer is not taken for all. Without an answer, the run goes on.
 *
 * @param state - of the users, whose requests it counts with
 */
export async function expectPeople(
  context: RunContext,
  state: CollectorState,
): Promise<void> {
  const { knex, claim, logger } = context;
  const { tenantId, run } = claim;
  if (state.startedAt === null) {
    return;
  }
  let people: number;
  try {
    people = await ask(context, state);
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof ReadError) {
      state.calls += error.calls;
      state.requestIds.push(...error.requestIds);
    }
    logger.info(
      `Run ${run} of tenant ${tenantId} does not know how many people there are (${kindOf(
        error,
      )}); it reads them without`,
    );
    return;
  }
  await saveExpectedPeople(knex, claim, people);
}

async function ask(
  { sources, signal }: RunContext,
  state: CollectorState,
): Promise<number> {
  const enough = new AbortController();
  let waited = 0;
  const pages = sources[peopleCount.source].read(peopleCount, {
    signal: AbortSignal.any([
      signal,
      enough.signal,
      AbortSignal.timeout(PATIENCE),
    ]),
    onWait: ({ milliseconds }) => {
      waited += milliseconds;
      if (waited > PATIENCE) {
        enough.abort(new Error('There is no answer in time'));
      } else {
        state.waitedMs += milliseconds;
      }
    },
  });
  let answer: unknown;
  for await (const page of pages) {
    state.calls += page.calls;
    state.requestIds.push(...page.requestIds);
    [answer] = page.rows;
  }
  return peopleCount.row.parse(answer);
}
