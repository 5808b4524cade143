import { collectors } from '.';
import type { Collector } from './types';

/** The collector of a data set; nothing for one that this version does not read. */
export function collectorOf(dataSet: string | null): Collector | undefined {
  return collectors.find(({ id }) => id === dataSet);
}
