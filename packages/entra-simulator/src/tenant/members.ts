import { existsAt } from './account';
import type { Collection } from './collection';
import { directoryUser } from './directoryUser';
import type { Groups } from './groups';

/**
 * The members of a group: its sub-groups, then its people; with `transitive`, those of all groups
 * below it. Everybody is in one team, so a person comes once. Only where people sit is held.
 */
export function members(
  groups: Groups,
  group: number,
  time: number,
  options: {
    transitive?: boolean;
    usersOnly?: boolean;
    select?: readonly string[];
  },
): Collection {
  const below = options.transitive
    ? [...groups.below(group)]
    : groups.subgroups(group);
  const listed = options.usersOnly ? [] : below;
  const places = (options.transitive ? [group, ...below] : [group]).map(index =>
    groups.places(index),
  );
  const starts: number[] = [];
  let positions = listed.length;
  for (const { count } of places) {
    starts.push(positions);
    positions += count;
  }

  return {
    positions,
    row: position => {
      if (position < listed.length) {
        return {
          '@odata.type': '#microsoft.graph.group',
          ...groups.row(listed[position]),
        };
      }
      const index = lastAtMost(starts, position);
      const account = places[index].account(position - starts[index], time);
      return account && existsAt(account, time)
        ? {
            '@odata.type': '#microsoft.graph.user',
            ...directoryUser(account, time, options.select),
          }
        : undefined;
    },
  };
}

/** The last index whose number is not above `limit`, in ascending numbers. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (numbers[middle] <= limit) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
