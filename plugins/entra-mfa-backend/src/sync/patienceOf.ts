import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { LONGEST_PATIENCE_MS } from '../graph/withRetries';
import { toMilliseconds } from '../config/toMilliseconds';

/**
 * For how long one request may be tried, in milliseconds: never longer than half of the time that the
 * schedule gives to the whole sync, so that the rest can still be read.
 */
export function patienceOf({
  timeout,
}: Pick<SchedulerServiceTaskScheduleDefinition, 'timeout'>): number {
  return Math.min(LONGEST_PATIENCE_MS, toMilliseconds(timeout) / 2);
}
