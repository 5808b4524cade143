import type { Rule } from './types';

/** How many complete reads in a row have to agree that there is no row. */
export const noRowRunsNeeded = 2;

/** The report can be 36 hours behind, so one read without a row proves nothing. */
export const noRow: Rule = {
  id: 'no-row',
  text: () =>
    `A person without a row in the report is not known, until ${noRowRunsNeeded} complete reads in a row agree; then they have not registered.`,
  facts: ({ facts, noRowRuns }) => ({
    row: facts.registration !== null,
    readsWithoutRow: noRowRuns,
  }),
  decide: ({ facts, noRowRuns }) => {
    if (facts.registration !== null) {
      return null;
    }
    return noRowRuns >= noRowRunsNeeded
      ? { state: 'uncovered', reason: 'no-row' }
      : { state: 'unknown', reason: 'no-row-yet' };
  },
};
