import { Duration } from 'luxon';
import type { Collector } from '../collectors/types';
import { readLastRead } from '../store/run/readLastRead';
import type { RunContext } from './RunContext';

/** A run that begins a little earlier than the one before did is no reason to wait for one more. */
const slack = Duration.fromObject({ minutes: 5 });

/** Whether a data set is to be read in this run: it always is unless it was read within its cadence. */
export async function isDue(
  { knex, claim, clock }: RunContext,
  { id, cadenceHours }: Collector,
): Promise<boolean> {
  if (cadenceHours === undefined) {
    return true;
  }
  const readAt = await readLastRead(knex, claim, id);
  const cadence = Duration.fromObject({ hours: cadenceHours }).minus(slack);
  const now = clock.now();
  // A time to come was read by a clock that was wrong.
  return (
    readAt === null ||
    readAt > now ||
    now.getTime() - readAt.getTime() >= cadence.toMillis()
  );
}
