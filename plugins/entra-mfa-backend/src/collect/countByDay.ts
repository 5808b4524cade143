import { recordsOf } from '../collectors/recordsOf';
import type { Collector } from '../collectors/types';
import { withSince } from '../collectors/withSince';
import type { Page } from '../graph/types';
import { readKeysSince } from '../store/run/readKeysSince';
import { readNewestDay } from '../store/run/readNewestDay';
import type { RunContext } from './RunContext';

const DAY = 86_400_000;

const dayOf = (time: Date) => time.toISOString().slice(0, 10);

/** What was counted so far. */
interface Tally {
  /** The first day. */
  since: string;
  /** By `<day>|<name>`. */
  counts: Record<string, number>;
}

/**
 * Counts the rows of pages by day and name: see `counted`. The last page has the counts, and the others have no rows.
 * Where to go on is stored as `<what was counted so far> <link>`.
 */
export async function* countByDay(
  context: RunContext,
  collector: Collector,
  startLink: string | undefined,
  read: (
    asked: Collector,
    startLink: string | undefined,
  ) => AsyncIterable<Page>,
): AsyncIterable<Page> {
  const { tally, link } =
    startLink === undefined
      ? { tally: await beginOf(context, collector), link: undefined }
      : placeOf(startLink);
  const checked: Collector<{ at: string; name: string }> = {
    ...collector,
    row: collector.counted!.row,
    toRecords: ({ at, name }) => [
      { key: `${at.slice(0, 10)}|${name}`, body: {} },
    ],
  };
  let rows = 0;
  const pages = read(withSince(collector, `${tally.since}T00:00:00Z`), link);
  for await (const page of pages) {
    for (const { key } of recordsOf(checked, page.rows, rows + 1)) {
      tally.counts[key] = (tally.counts[key] ?? 0) + 1;
    }
    rows += page.rows.length;
    yield page.nextLink === null
      ? { ...page, rows: await rowsOf(context, collector, tally) }
      : {
          ...page,
          rows: [],
          nextLink: `${JSON.stringify(tally)} ${page.nextLink}`,
        };
  }
}

async function beginOf(
  { knex, claim, clock }: RunContext,
  { id, counted }: Collector,
): Promise<Tally> {
  const { firstDays, againDays } = counted!;
  const first = dayOf(new Date(clock.now().getTime() - firstDays * DAY));
  const newest = await readNewestDay(knex, claim, id);
  const again = newest && dayOf(new Date(Date.parse(newest) - againDays * DAY));
  return { since: again && again > first ? again : first, counts: {} };
}

function placeOf(startLink: string): { tally: Tally; link: string } {
  const end = startLink.indexOf(' ');
  return {
    tally: JSON.parse(startLink.slice(0, end)),
    link: startLink.slice(end + 1),
  };
}

/** Also of what there is none any more, so that what was counted before is not taken for what is so now. */
async function rowsOf(
  { knex, claim }: RunContext,
  { id }: Collector,
  { since, counts }: Tally,
): Promise<{ day: string; name: string; count: number }[]> {
  const before = await readKeysSince(knex, claim, { dataSet: id, since });
  return [...new Set([...before, ...Object.keys(counts)])].map(key => {
    const [day, name] = key.split('|');
    return { day, name, count: counts[key] ?? 0 };
  });
}
