import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { DoubtedDataSet } from '../assess/doubt/Doubt';
import { asReadOf } from '../collectors/alternatives';
import { isExpected } from '../collectors/isExpected';
import type { Collector } from '../collectors/types';
import { ShrunkAnswerError, WrongTenantError } from '../graph/errors';
import type { Explanation } from '../graph/types';
import { syncProblems } from '../problems/syncProblems';
import { tell } from '../problems/tell';
import { holdRun } from '../store/run/fence';
import type { CompleteDataSet } from '../store/run/publishDataSets';
import { readCollector } from '../store/run/readCollector';
import { readOrganization } from '../store/run/readOrganization';
import { restartDataSet } from '../store/run/restartDataSet';
import { saveCollector, type CollectorState } from '../store/run/saveCollector';
import { confirmTenant } from './confirmTenant';
import { expectPeople } from './expectPeople';
import type { Explain } from './Explain';
import { isDue } from './isDue';
import { RequiredDataSetError } from './RequiredDataSetError';
import { readDataSet } from './readDataSet';
import type { RunContext } from './RunContext';

/** What became of one data set; nothing of these where it was published already, or is not due. */
export interface ReadOutcome {
  complete?: CompleteDataSet;
  /** It is not given, or failed and can be done without. */
  missing?: { collector: Collector; explanation: Explanation };
  doubted?: DoubtedDataSet & { problem: Problem };
}

/**
 * Reads one data set, and keeps the outcome.
 *
 * @param published - ids of those that the run has published already
 * @throws RequiredDataSetError where no figure can be given without it, and the signal's reason
 */
export async function readOne(
  context: RunContext,
  given: Collector,
  explain: Explain,
  published: ReadonlySet<string>,
): Promise<ReadOutcome> {
  const { claim, knex } = context;
  const collector = await asReadNow(context, given);
  if (published.has(collector.id)) {
    if (collector.identifiesTenant) {
      await confirmTenant(context, collector, explain);
    }
    return {};
  }
  if (claim.resumed && collector.identifiesTenant) {
    // Whose data comes is asked again: it may be another tenant's by now.
    await restartDataSet(knex, claim, collector.id);
  }
  const state = await openState(context, collector);
  if (context.switchedOff?.includes(collector.id)) {
    const explanation = explainSwitchedOff(collector);
    const { outcome, problem } = explanation;
    await save(context, collector, { ...state, outcome, problem });
    return { missing: { collector, explanation } };
  }
  if (!(await isDue(context, collector))) {
    await save(context, collector, { ...state, outcome: 'not-due' });
    return {};
  }
  try {
    await save(context, collector, state);
    if (collector.expected) {
      await expectPeople(context, state);
    }
    const complete = await readDataSet(context, collector, state);
    state.outcome = 'complete';
    await save(context, collector, state);
    return { complete };
  } catch (error) {
    context.signal.throwIfAborted();
    return await outcomeOf(context, collector, state, error, explain);
  }
}

async function outcomeOf(
  context: RunContext,
  collector: Collector,
  state: CollectorState,
  error: unknown,
  explain: Explain,
): Promise<ReadOutcome> {
  const { knex, claim } = context;
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
      return { doubted: { dataSet: collector.id, problem, ...error.doubt } };
    }
    throw new RequiredDataSetError(explanation.problem);
  }
  // The run goes on and publishes: half a data set must not be among what it has written.
  await restartDataSet(knex, claim, collector.id);
  const { message, action } = explanation.problem;
  const level = isExpected(explanation.problem, [collector]) ? 'info' : 'warn';
  context.logger[level](
    `${collector.id} ${explanation.outcome}: ${message} ${action}`,
  );
  return { missing: { collector, explanation } };
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
