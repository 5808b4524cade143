import { classifyChange, standingOf } from '../../assess/classifyChange';
import { unpackCondition } from '../../assess/condition';
import type { FactorChange } from './ocsf/accountChange';

/** What a snapshot changed of a person's condition: see `PersonChangeRow`. */
export interface ConditionChange {
  condition_before: number;
  condition_after: number;
  by_rules: boolean | number;
}

/**
 * What a person's steps come to, the last one first, since it was last known whether they had registered: who
 * has no row is waited for, so a loss can take several.
 */
export function factorChangeOf(
  steps: readonly ConditionChange[],
): FactorChange | null {
  const begin = steps.findIndex(step => isKnown(step.condition_before));
  if (begin < 0 || !isKnown(steps[0].condition_after)) {
    return null;
  }
  const before = unpackCondition(steps[begin].condition_before);
  const kind = classifyChange({
    before,
    after: unpackCondition(steps[0].condition_after),
    renamed: false,
    onlyByRules: steps.slice(0, begin + 1).every(isByRules),
  });
  return before && (kind === 'gained' || kind === 'lost')
    ? { kind, before }
    : null;
}

/** Whether it is known that somebody has registered, or has not; also of who is not there. */
export function isKnown(code: number): boolean {
  const condition = unpackCondition(code);
  return condition === null || standingOf(condition) !== 'not-known';
}

/** A step that only says another name does not tell what the rules did. */
function isByRules(step: ConditionChange): boolean {
  return (
    Boolean(step.by_rules) || step.condition_before === step.condition_after
  );
}
