import { CONDITIONS } from '../../../assess/condition';
import type { NetChangeRow } from './netChanges';

/** How a person changed: the conditions at both ends, and the flags as 0 or 1. */
export type Transition = Omit<NetChangeRow, 'object_id' | 'last_snapshot'>;

/** Transitions of changing that are listed together, the first ones first. */
export interface ListedTransitions {
  rank: number;
  /** How many changed in these transitions. */
  people: number;
  transitions: Transition[];
}

/** A transition of changing as one number. */
const TRANSITION = `((cast(net_before as bigint) * ${CONDITIONS} + net_after) * 4
  + net_renamed * 2 + net_by_rules)`;

/** A condition on the columns of `NetChangeRow`. Its numbers stand in it as such: they are our own. */
export function isOneOfTransitions(transitions: readonly Transition[]): string {
  return `${TRANSITION} in (${transitions.map(codeOfTransition).join(', ')})`;
}

/** The number of a transition. The totals that are stored are by these numbers. */
export function codeOfTransition(transition: Transition): number {
  return (
    (transition.net_before * CONDITIONS + transition.net_after) * 4 +
    transition.net_renamed * 2 +
    transition.net_by_rules
  );
}

/** The transition of a number. */
export function transitionOfCode(code: number): Transition {
  const conditions = Math.floor(code / 4);
  return {
    net_before: Math.floor(conditions / CONDITIONS),
    net_after: conditions % CONDITIONS,
    net_renamed: Math.floor(code / 2) % 2,
    net_by_rules: code % 2,
  };
}
