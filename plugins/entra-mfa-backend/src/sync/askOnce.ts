import { readEach } from '../collect/readEach';
import type { Collector, OrganizationBody } from '../collectors/types';
import type { PageSource } from '../graph/types';

/** Nothing has it, so Graph says only whether it would tell. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

/**
 * Asks for the first page of a data set, and for no more rows than one where its page has a size. Of one that
 * is read for each of some ids, it asks for an id that nothing has: that Graph does not know it is an answer.
 *
 * @returns the rows that came
 * @throws whatever `explain` tells
 */
export async function askOnce(
  source: PageSource,
  collector: Collector,
  options: { signal: AbortSignal; premium?: OrganizationBody['premium'] },
): Promise<unknown[]> {
  const { query } = collector;
  const least: Collector = {
    ...collector,
    query: '$top' in query ? { ...query, $top: '1' } : query,
  };
  const asked = { ...options, once: true };
  const pages = collector.forEach
    ? readEach(source, least, [NOTHING], asked, async () => new Set())
    : source.read(least, asked);
  for await (const { rows } of pages) {
    return rows;
  }
  return [];
}
