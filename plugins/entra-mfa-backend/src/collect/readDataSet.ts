import type { Collector } from '../collectors/types';
import {
  ForeignAddressError,
  PageTokenExpiredError,
  ReadError,
} from '../graph/errors';
import type { Page, PageSource, ReadOptions } from '../graph/types';
import type { CompleteDataSet } from '../store/run/publishDataSets';
import { restartDataSet } from '../store/run/restartDataSet';
import type { CollectorState } from '../store/run/saveCollector';
import { updateCollector } from '../store/run/updateCollector';
import { writePages } from '../store/run/writePages';
import { accountsToRead, isForAccounts } from './accountsToRead';
import { askedSince } from './askedSince';
import { countByDay } from './countByDay';
import { comparePage } from './comparePage';
import { idsToRead } from './idsToRead';
import { WaitReporter } from './WaitReporter';
import { packNumbers } from '../packed/packNumbers';
import { openDataSet, type OpenDataSet } from './openDataSet';
import { PageWriter } from './PageWriter';
import { peopleAmong } from './peopleAmong';
import { readAhead } from './readAhead';
import { readEach, type PeopleAmong } from './readEach';
import { isAfterAccount, readForAccounts } from './readForAccounts';
import { readOrganization } from '../store/run/readOrganization';
import { readScopeGroups } from './readScopeGroups';
import { refuseDoubtful } from './refuseDoubtful';
import { refuseMissing } from './refuseMissing';
import type { RunContext } from './RunContext';
import { withPeople } from './withPeople';

/** How often a data set is read again because its page token expired. */
const MOST_RESTARTS = 2;

/**
 * Reads one data set to its end and stages what differs from its current version. Returns what is to
 * be published, or throws and leaves nothing that anybody sees.
 *
 * @param state - kept up to date, so that the caller can say how far a failed read came
 */
export async function readDataSet(
  context: RunContext,
  collector: Collector,
  state: CollectorState,
): Promise<CompleteDataSet> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await readToTheEnd(context, collector, state, restarts > 0);
    } catch (error) {
      if (!isOfOldLink(error, collector, state) || restarts === MOST_RESTARTS) {
        throw error;
      }
      const { knex, claim, clock, logger } = context;
      logger.warn(
        `The page token of ${collector.id} expired after ${state.pages} pages; reading it again from the first`,
      );
      await restartDataSet(knex, claim, collector.id);
      Object.assign(state, { pages: 0, rows: 0, startedAt: clock.now() });
    }
  }
}

/** The link to what changed may also be one of another Graph, where the configuration names another one now. */
function isOfOldLink(
  error: unknown,
  { delta }: Collector,
  { pages }: CollectorState,
): boolean {
  return (
    error instanceof PageTokenExpiredError ||
    (delta !== undefined && pages === 0 && error instanceof ForeignAddressError)
  );
}

async function readToTheEnd(
  context: RunContext,
  collector: Collector,
  state: CollectorState,
  anew: boolean,
): Promise<CompleteDataSet> {
  const { knex, claim, clock, sources } = context;
  const openedAt = clock.now();
  const open = await openDataSet(context, collector, state, anew);
  const writer = new PageWriter(collector.id, pages =>
    writePages(knex, claim, pages),
  );
  const waits = new WaitReporter(state.waitedMs, async waitedMs => {
    // What a page says of the waits until then must not come after what is said here.
    await writer.finish();
    await updateCollector(knex, claim, collector.id, {
      waited_ms: Math.round(waitedMs),
    });
  });
  if (!open.complete) {
    const source = sources[collector.source];
    const accountsAfter = isForAccounts(collector)
      ? await accountsToRead(context, collector)
      : null;
    const ids = await idsToRead(context, collector);
    const asked = await askedSince(context, collector);
    const organization = await readOrganization(context);
    const premium = organization?.premium;
    const pages = readAhead(signal => {
      const { startLink } = open;
      const options = { signal, startLink, premium, onWait: waits.onWait };
      if (collector.counted) {
        return countByDay(context, collector, startLink, (one, link) =>
          source.read(one, { ...options, startLink: link }),
        );
      }
      if (accountsAfter) {
        return readForAccounts(source, collector, accountsAfter, options);
      }
      if (isAfterAccount(startLink)) {
        throw new PageTokenExpiredError('readOtherwise');
      }
      const read = ids
        ? readForIds(context, source, collector, ids, options)
        : source.read(asked, options);
      return withPeople(context, collector, read);
    }, context.signal);
    try {
      for await (const page of pages) {
        if (open.round) {
          // What is written already is looked up.
          await writer.finish();
        }
        await writer.add(await takePage(page, collector, open, state));
      }
    } catch (error) {
      if (error instanceof ReadError) {
        state.calls += error.calls;
      }
      // Those of pages that never came, too.
      state.waitedMs = waits.waitedMs;
      throw error;
    } finally {
      await waits.finish();
      // Also after a failure: what was read is kept, and nothing is written after the run's end.
      await writer.finish();
    }
  }
  if (!open.complete) {
    throw new Error(`The pages of ${collector.id} ended before the last one`);
  }

  const { index, round } = open;
  const result = round && (await round.result());
  const { added, changed, removed } = result ?? index.counts;
  Object.assign(state, { added, changed, removed });
  await refuseDoubtful(context, collector, state, index);
  await refuseMissing(context, collector, state, open.tally);
  return {
    dataSet: collector.id,
    differs: added + changed + removed > 0,
    replaced: result ? result.replaced : index.replaced(),
    keepsNoPast: collector.keepsNoPast,
    ...(result && { gone: result.gone, deltaLink: result.deltaLink }),
    rows: result?.size ?? index.size,
    readAt: open.resumed ? claim.startedAt : openedAt,
    reportRefreshedAt: open.tally.refreshedAt(),
  };
}

function readForIds(
  context: RunContext,
  source: PageSource,
  collector: Collector,
  ids: readonly string[],
  options: ReadOptions,
): AsyncIterable<Page> {
  const among: PeopleAmong = some => peopleAmong(context, some);
  return collector.forEach === 'scope-groups'
    ? readScopeGroups(context, source, collector, ids, options, among)
    : readEach(source, collector, ids, options, among);
}

/** Compares one page, and counts it. */
async function takePage(
  page: Page,
  collector: Collector,
  open: OpenDataSet,
  state: CollectorState,
) {
  const { round } = open;
  const firstRow = state.rows + 1;
  const told = await round?.recordsOf(page, firstRow);
  const index = told?.index ?? open.index;
  const findings = comparePage(
    page,
    collector,
    index,
    firstRow,
    open.erased,
    told?.records,
  );
  const { refreshedSeconds, missing } = findings.tally;
  open.tally.add(findings.tally);
  open.complete = page.nextLink === null;
  const { added, changed } = open.index.counts;
  state.added = added;
  state.changed = changed;
  state.pages += 1;
  state.rows += page.rows.length;
  state.calls += page.calls;
  state.waitedMs += page.waitedMs;
  state.requestIds.push(...page.requestIds);
  return {
    page: {
      page: state.pages,
      next_link: page.nextLink,
      rows: page.rows.length,
      // Places among what was looked up for one page mean nothing later.
      unchanged_keys: told?.index ? null : findings.unchanged,
      refreshed_seconds: packNumbers(refreshedSeconds),
      missing: Object.keys(missing).length > 0 ? JSON.stringify(missing) : null,
      ...round?.stage(page),
    },
    records: findings.records,
    rewritten: findings.rewritten,
    state: { ...state, requestIds: [...state.requestIds] },
  };
}
