import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isExpected } from '../collectors/isExpected';
import { asReadOf } from '../collectors/alternatives';
import type { Collector } from '../collectors/types';
import { ShrunkAnswerError, WrongTenantError } from '../graph/errors';
import type { Explanation } from '../graph/types';
import { syncProblems } from '../problems/syncProblems';
import { tell } from '../problems/tell';
import { holdRun } from '../store/run/fence';
import type { CompleteDataSet } from '../store/run/publishDataSets';
import { readCollector } from '../store/run/readCollector';
import { readPublishedBy } from '../store/run/readPublishedBy';
import { restartDataSet } from '../store/run/restartDataSet';
import { saveCollector, type CollectorState } from '../store/run/saveCollector';
import { confirmTenant } from './confirmTenant';
import { expectPeople } from './expectPeople';
import type { Explain } from './Explain';
import type { DoubtedDataSet } from '../assess/doubt/Doubt';
import { holdDoubted } from './holdDoubted';
import { isDue } from './isDue';
import { RequiredDataSetError } from './RequiredDataSetError';
import { readDataSet } from './readDataSet';
import { readOrganization } from '../store/run/readOrganization';
import type { RunContext } from './RunContext';

/** What a run has read. */
export interface ReadResult {
  complete: CompleteDataSet[];
  /** Data sets that the tenant does not give, or that failed and can be done without. */
  missing: { collector: Collector; explanation: Explanation }[];
}

/**
 * Reads every data set, one after the other, and keeps the outcome of each. Throws
 * `RequiredDataSetError` at the first one without which no figure can be given. What is only doubted is
 * told when everything is read, so that one second reading is enough for all that fell together.
 *
 * A run that was stopped while it assessed has everything: it only asks again whose data that is.
 */
export async function readAll(
  context: RunContext,
  collectors: readonly Collector[],
  explain: Explain,
): Promise<ReadResult> {
  const result: ReadResult = { complete: [], missing: [] };
  const doubted: (DoubtedDataSet & { problem: Problem })[] = [];
  const { claim } = context;
  const published = claim.resumed
    ? await readPublishedBy(context.knex, claim)
    : new Set<string>();
  for (const given of collectors) {
    const collector = await asReadNow(context, given);
    if (published.has(collector.id)) {
      if (collector.identifiesTenant) {
        await confirmTenant(context, collector, explain);
      }
      continue;
    }
    if (claim.resumed && collector.identifiesTenant) {
      // Whose data comes is asked again: it may be another tenant's by now.
      const { knex } = context;
      await restartDataSet(knex, claim, collector.id);
    }
    const state = await openState(context, collector);
    if (context.switchedOff?.includes(collector.id)) {
      const explanation = explainSwitchedOff(collector);
      const { outcome, problem } = explanation;
      await save(context, collector, { ...state, outcome, problem });
      result.missing.push({ collector, explanation });
      continue;
    }
    if (!(await isDue(context, collector))) {
      await save(context, collector, { ...state, outcome: 'not-due' });
      continue;
    }
    try {
      await save(context, collector, state);
      if (collector.expected) {
        await expectPeople(context, state);
      }
      result.complete.push(await readDataSet(context, collector, state));
      state.outcome = 'complete';
      await save(context, collector, state);
    } catch (error) {
      context.signal.throwIfAborted();
      const organization = await readOrganization(context);
      const explanation = explain(error, collector, organization?.premium);
      state.outcome = explanation.outcome;
      state.problem = explanation.problem;
      state.requestIds.push(...explanation.requestIds);
      await save(context, collector, state);
      if (error instanceof WrongTenantError) {
        // Nothing else that comes is of the configured tenant either, whatever it is needed for.
        throw new RequiredDataSetError(explanation.problem);
      }
      if (isNeeded(collector, explanation)) {
        if (error instanceof ShrunkAnswerError) {
          const { problem } = explanation;
          doubted.push({ dataSet: collector.id, problem, ...error.doubt });
          continue;
        }
        throw new RequiredDataSetError(explanation.problem);
      }
      // The run goes on and publishes: half a data set must not be among what it has written.
      const { knex } = context;
      await restartDataSet(knex, claim, collector.id);
      const { message, action } = explanation.problem;
      const level = isExpected(explanation.problem, [collector])
        ? 'info'
        : 'warn';
      context.logger[level](
        `${collector.id} ${explanation.outcome}: ${message} ${action}`,
      );
      result.missing.push({ collector, explanation });
    }
  }
  if (doubted.length > 0) {
    await holdDoubted(context, doubted);
    throw new RequiredDataSetError(doubted[0].problem);
  }
  return result;
}

/** What is read in the stead of a data set follows from the tenant's plans, which are read before all others. */
async function asReadNow(
  context: RunContext,
  collector: Collector,
): Promise<Collector> {
  return collector.withoutPremium
    ? asReadOf(collector, (await readOrganization(context))?.premium)
    : collector;
}

function explainSwitchedOff({ id, title }: Collector): Explanation {
  return {
    outcome: 'skipped',
    problem: {
      ...tell(syncProblems.switchedOff, { title }),
      dataSet: id,
      since: null,
    },
    requestIds: [],
  };
}

function isNeeded({ required }: Collector, { outcome }: Explanation): boolean {
  return (
    required === 'always' ||
    (required === 'unless-refused' && outcome === 'failed')
  );
}

async function save(
  { knex, claim }: RunContext,
  collector: Collector,
  state: CollectorState,
) {
  await knex.transaction(async trx => {
    await holdRun(trx, claim);
    await saveCollector(trx, claim, collector.id, state);
  });
}

/** Counts go on where an earlier part of this run stopped; its pages are counted from the stage. */
async function openState(
  { knex, claim, clock }: RunContext,
  collector: Collector,
): Promise<CollectorState> {
  const before = claim.resumed
    ? await readCollector(knex, claim, collector.id)
    : null;
  return {
    outcome: 'running',
    problem: null,
    pages: 0,
    rows: 0,
    added: 0,
    changed: 0,
    removed: 0,
    calls: before?.calls ?? 0,
    waitedMs: before?.waited_ms ?? 0,
    requestIds: before ? JSON.parse(before.request_ids) : [],
    startedAt: before ? null : clock.now(),
  };
}
