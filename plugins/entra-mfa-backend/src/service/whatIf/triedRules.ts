import { InputError } from '@backstage/errors';
import {
  parseScopeFilter,
  type PropertyOnDemand,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readsOf } from '../../assess/scope/readsOf';
import { tellFilterProblem } from '../../assess/scope/tellFilterProblem';
import type { ScopeRule } from '../../assess/scope/types';
import type { RuleSettings } from '../../assess/types';

/** The rules with one that is tried: beside those in force, or in the place of one of them. */
export function triedRules(
  { scopeRules = [] }: RuleSettings,
  { leaveOut, inPlaceOf }: { leaveOut?: string; inPlaceOf?: string },
): ScopeRule[] {
  const parsed = leaveOut === undefined ? null : parseScopeFilter(leaveOut);
  if (parsed && 'problem' in parsed) {
    throw new InputError(
      `leaveOut is no filter that can be used: ${tellFilterProblem(
        parsed.problem,
      )}`,
    );
  }
  if (
    inPlaceOf !== undefined &&
    !scopeRules.some(one => one.name === inPlaceOf)
  ) {
    throw new InputError(
      `There is no scope rule ${inPlaceOf} among those of the snapshot`,
    );
  }
  const others = scopeRules.filter(({ name }) => name !== inPlaceOf);
  if (leaveOut === undefined) {
    return others;
  }
  const tried = {
    name: '',
    filter: leaveOut,
    group: null,
    owner: '',
    reason: '',
  };
  return [...others, tried];
}

/** The properties that rules name and that those of then did not, so that they were not read. */
export function notReadOf(
  { scopeRules = [] }: RuleSettings,
  then: RuleSettings,
): PropertyOnDemand[] {
  const read = readsOf(then.scopeRules ?? []).properties;
  return readsOf(scopeRules).properties.filter(one => !read.includes(one));
}
