import type { Collector } from '../collectors/types';
import { toDateOrNull } from '../store/instant';
import { readIndex } from '../store/readIndex';
import { readStage } from '../store/readStage';
import type { CollectorState } from '../store/saveCollector';
import { unpackPlaces } from './comparePage';
import { RecordIndex } from './RecordIndex';
import type { RunContext } from './RunContext';

/** A data set that is being read. */
export interface OpenDataSet {
  index: RecordIndex;
  /** Where the read goes on; undefined for the first page. */
  startLink: string | undefined;
  /** Whether the last page was read. */
  complete: boolean;
  /** Whether some of its pages were read before this claim. */
  resumed: boolean;
  reportRefreshedAt: Date | null;
}

/** Loads what is known of a data set, and where an earlier part of this run stopped reading it. */
export async function openDataSet(
  { knex, claim }: RunContext,
  collector: Collector,
  state: CollectorState,
): Promise<OpenDataSet> {
  const { tenantId, run } = claim;
  const dataSet = collector.id;
  const index = new RecordIndex();
  await readIndex(
    knex,
    { tenantId, dataSet, run, written: 'before' },
    (bytes, start, end) => index.addCurrent(bytes, start, end),
  );
  const open: OpenDataSet = {
    index,
    startLink: undefined,
    complete: false,
    resumed: false,
    reportRefreshedAt: null,
  };
  if (!claim.resumed) {
    return open;
  }

  for (const page of await readStage(knex, { tenantId, run, dataSet })) {
    for (const place of unpackPlaces(page.unchanged_keys ?? Buffer.alloc(0))) {
      index.restoreUnchanged(place);
    }
    const refreshed = toDateOrNull(page.report_refreshed_at);
    if (refreshed && refreshed > (open.reportRefreshedAt ?? 0)) {
      open.reportRefreshedAt = refreshed;
    }
    open.resumed = true;
    open.startLink = page.next_link ?? undefined;
    open.complete = page.next_link === null;
    state.pages = page.page;
    state.rows += page.rows;
  }
  await readIndex(
    knex,
    { tenantId, dataSet, run, written: 'by' },
    (bytes, start, end) => index.restoreWritten(bytes, start, end),
  );
  return open;
}
