import type { PersonFacts } from '../types';
import type { Rule } from './types';

/** How many reports, each refreshed since the one before, have to agree that there is no row. */
export const noRowRunsNeeded = 2;

/**
 * How long an account has to be there and enabled, in hours. Source: Microsoft Entra authentication
 * methods activity, which says that the report can be up to 36 hours behind.
 */
const HOURS_BEHIND = 36;

/** From when on an account that is enabled since then should be in the report. */
export function rowIsDueAt(enabledSince: Date): Date {
  return new Date(enabledSince.getTime() + HOURS_BEHIND * 3_600_000);
}

/**
 * Whether the report says anything of an account that has no row in it: Microsoft refreshed it after
 * the account was there and enabled, and since it was last asked.
 */
export function isWitness({
  report,
  isNewReport,
  reportRefreshedAt,
  enabledSince,
}: PersonFacts): boolean {
  return (
    report === 'read' &&
    isNewReport &&
    reportRefreshedAt !== null &&
    enabledSince !== null &&
    reportRefreshedAt > enabledSince
  );
}

/** One report without a row proves nothing, nor does one that is older than the account. */
export const noRow: Rule = {
  id: 'no-row',
  text: () =>
    `A person without a row in the report is not known until the account has been enabled for ${HOURS_BEHIND} hours and ${noRowRunsNeeded} reports that Microsoft refreshed since then agree; then they have not registered.`,
  facts: ({ facts, noRowRuns }) => ({
    row: facts.registration !== null,
    reportsWithoutRow: noRowRuns,
    enabledSince: facts.enabledSince?.toISOString() ?? null,
    reportRefreshedAt: facts.reportRefreshedAt?.toISOString() ?? null,
  }),
  decide: ({ facts, noRowRuns, asOf }) => {
    if (facts.registration !== null) {
      return null;
    }
    const { enabledSince } = facts;
    return noRowRuns >= noRowRunsNeeded &&
      enabledSince !== null &&
      rowIsDueAt(enabledSince) <= asOf
      ? { state: 'uncovered', reason: 'no-row' }
      : { state: 'unknown', reason: 'no-row-yet' };
  },
};
