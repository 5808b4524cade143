import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { syncProblems } from '../problems/syncProblems';
import { tell } from '../problems/tell';
import { updateCollector } from '../store/run/updateCollector';
import type { RunContext } from '../collect/RunContext';
import type { ScopeGroups } from './loadScopeGroups';

/**
 * Tells with the run which scope rules leave nobody out, or for which groups exceptions exempt nobody, because the group
 * was not found; the page tells the second of each exception too. Where no group could be
 * read, the run says so of the data set.
 */
export async function tellMissingGroups(
  { knex, claim, rules, exceptionGroups = [], logger }: RunContext,
  { version, known }: ScopeGroups,
): Promise<void> {
  const missing = (rules.scopeRules ?? []).filter(
    ({ group }) => group !== null && !known.includes(group),
  );
  const unknown = exceptionGroups.filter(group => !known.includes(group));
  if (version === null || missing.length + unknown.length === 0) {
    return;
  }
  const dataSet = 'scope-group-members';
  const problem: Problem = {
    ...(missing.length > 0
      ? tell(syncProblems.scopeGroupMissing, {
          rules: missing
            .map(({ name, group }) => `${name} (${group})`)
            .join(', '),
        })
      : tell(syncProblems.exceptionGroupMissing, {
          groups: unknown.join(', '),
        })),
    dataSet,
    since: null,
  };
  logger.warn(`${problem.message} ${problem.action}`);
  await updateCollector(knex, claim, dataSet, {
    problem: JSON.stringify(problem),
  });
}
