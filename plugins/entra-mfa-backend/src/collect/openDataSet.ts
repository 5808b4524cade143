import type { Knex } from 'knex';
import type { Collector } from '../collectors/types';
import { readErasedParts } from '../store/erase/readErasedParts';
import { readErasedAway } from '../store/erase/readErasedAway';
import { readIndex } from '../store/run/readIndex';
import { readStage } from '../store/run/readStage';
import type { CollectorState } from '../store/run/saveCollector';
import { unpackNumbers } from '../packed/packNumbers';
import { DeltaRound } from './DeltaRound';
import { ReadTally } from './ReadTally';
import { RecordIndex } from './RecordIndex';
import type { RunContext } from './RunContext';

/** A data set that is being read. */
export interface OpenDataSet {
  index: RecordIndex;
  tally: ReadTally;
  /** What keys end with of which only what was left is taken: of who was forgotten and is not back, or their devices. */
  erased: ReadonlySet<string>;
  /** Where the read goes on; undefined for the first page. */
  startLink: string | undefined;
  /** Of a data set that is read by `delta`; the index means nothing then. */
  round: DeltaRound | null;
  /** Whether the last page was read. */
  complete: boolean;
  /** Whether some of its pages were read before this claim. */
  resumed: boolean;
}

/**
 * Loads what is known of a data set, and where an earlier part of this run stopped reading it.
 *
 * @param anew - whether one that is read by `delta` is read from the beginning
 */
export async function openDataSet(
  context: RunContext,
  collector: Collector,
  state: CollectorState,
  anew = false,
): Promise<OpenDataSet> {
  const { knex, claim } = context;
  const { tenantId, run } = claim;
  const staged = claim.resumed
    ? await readStage(knex, { tenantId, run, dataSet: collector.id })
    : [];
  const round = collector.delta
    ? await DeltaRound.open(context, collector, staged, anew)
    : null;
  const dataSet = collector.id;
  const index = new RecordIndex({
    keepsMissing:
      collector.events !== undefined || collector.counted !== undefined,
  });
  if (!round) {
    await readIndex(
      knex,
      { tenantId, dataSet, run, written: 'before' },
      (bytes, start, end) => index.addCurrent(bytes, start, end),
    );
  }
  const open: OpenDataSet = {
    index,
    tally: new ReadTally(),
    erased: await readErased(knex, tenantId, collector),
    startLink: round?.startLink,
    round,
    complete: false,
    resumed: false,
  };
  if (!claim.resumed) {
    return open;
  }

  for (const page of staged) {
    for (const place of unpackNumbers(page.unchanged_keys)) {
      index.restoreUnchanged(place);
    }
    open.tally.add({
      refreshedSeconds: [...unpackNumbers(page.refreshed_seconds)],
      missing: page.missing === null ? {} : JSON.parse(page.missing),
    });
    open.resumed = true;
    open.startLink = page.next_link ?? undefined;
    open.complete = page.next_link === null;
    state.pages = page.page;
    state.rows += page.rows;
  }
  if (!round) {
    await readIndex(
      knex,
      { tenantId, dataSet, run, written: 'by' },
      (bytes, start, end) => index.restoreWritten(bytes, start, end),
    );
  }
  return open;
}

async function readErased(
  knex: Knex,
  tenantId: string,
  { id, outlivesPeople, staysErased }: Collector,
): Promise<ReadonlySet<string>> {
  if (staysErased) {
    return readErasedParts(knex, tenantId, id);
  }
  return outlivesPeople ? readErasedAway(knex, tenantId) : new Set();
}
