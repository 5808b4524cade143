import { CONDITIONS } from '../../../assess/condition';
import type { NetChangeRow } from './netChanges';

/** How a person changed: the conditions at both ends, and the flags as 0 or 1. */
export type Way = Omit<NetChangeRow, 'object_id' | 'last_snapshot'>;

/** Ways of changing that are listed together, the first ones first. */
export interface ListedWays {
  rank: number;
  /** How many changed in these ways. */
  people: number;
  ways: Way[];
}

/** A way of changing as one number. */
const WAY = `((cast(net_before as bigint) * ${CONDITIONS} + net_after) * 4
  + net_renamed * 2 + net_by_rules)`;

/** A condition on the columns of `NetChangeRow`. Its numbers stand in it as such: they are our own. */
export function isOneOfWays(ways: readonly Way[]): string {
  return `${WAY} in (${ways.map(codeOfWay).join(', ')})`;
}

/** The number of a way. The totals that are stored are by these numbers. */
export function codeOfWay(way: Way): number {
  return (
    (way.net_before * CONDITIONS + way.net_after) * 4 +
    way.net_renamed * 2 +
    way.net_by_rules
  );
}

/** The way of a number. */
export function wayOfCode(code: number): Way {
  const conditions = Math.floor(code / 4);
  return {
    net_before: Math.floor(conditions / CONDITIONS),
    net_after: conditions % CONDITIONS,
    net_renamed: Math.floor(code / 2) % 2,
    net_by_rules: code % 2,
  };
}
