import type { Collector } from '../collectors/types';
import { withSince } from '../collectors/withSince';
import { readNewestEvent } from '../store/run/readNewestEvent';
import type { RunContext } from './RunContext';

const DAY = 86_400_000;

/** The collector with the time in its query since which events are asked for: see `againDays`. */
export async function askedSince(
  { knex, claim, clock }: RunContext,
  collector: Collector,
): Promise<Collector> {
  const { id, events } = collector;
  if (events?.againDays === undefined) {
    return collector;
  }
  const newest = await readNewestEvent(knex, claim, id);
  const since = new Date(
    Math.max(
      clock.now().getTime() - events.keptDays * DAY,
      newest === null ? 0 : newest.getTime() - events.againDays * DAY,
    ),
  ).toISOString();
  return withSince(collector, since);
}
