import { CONDITIONS } from '../../../assess/condition';
import type { NetChangeRow } from './netChanges';

/** Ways of changing that are listed together, the first ones first. */
export interface ListedWays {
  rank: number;
  ways: Omit<NetChangeRow, 'object_id' | 'last_snapshot'>[];
}

/** A way of changing as one number. */
const WAY = `((cast(net_before as bigint) * ${CONDITIONS} + net_after) * 4
  + net_renamed * 2 + net_by_rules)`;

/** A condition on the columns of `NetChangeRow`. Its numbers stand in it as such: they are our own. */
export function isOneOfWays(ways: ListedWays['ways']): string {
  return `${WAY} in (${ways.map(codeOf).join(', ')})`;
}

function codeOf(way: ListedWays['ways'][number]): number {
  return (
    (way.net_before * CONDITIONS + way.net_after) * 4 +
    way.net_renamed * 2 +
    way.net_by_rules
  );
}
