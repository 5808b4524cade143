import { isSmall } from '../smallTeams';

/** Several owners of the same entities, and how many people in scope they are together. */
export interface SharedSet {
  key: string;
  owners: readonly string[];
  inScope: number;
}

/** Sets of more owners are not compared with all parts of them, and so not shown. */
const MOST_OWNERS = 6;

/**
 * Which figures of several owners would tell of a few people, beside the figures of some of these
 * owners: what is left over by subtracting, or counted twice by adding, is the figure of so few.
 *
 * - A set is compared with each part of its owners that has a figure of its own, a single team too,
 *   and with each team above all of them.
 * - What the owners have in common is what their people add up to beyond the set.
 * - A set of the same people as one that is shown tells nothing more.
 *
 * @param sizeOf - people in scope of a team with its sub-teams; undefined for what is no team
 * @param above - the teams above a team
 */
export function inferableOwnerSets(
  sets: readonly SharedSet[],
  hideBelow: number,
  teams: {
    sizeOf(ref: string): number | undefined;
    above(ref: string): readonly string[];
  },
): Set<string> {
  const known = new Map(sets.map(set => [nameOf(set.owners), set.inScope]));
  const sizeOfPart = (owners: readonly string[]) =>
    owners.length === 1 ? teams.sizeOf(owners[0]) : known.get(nameOf(owners));
  const tells = ({ owners, inScope }: SharedSet): boolean => {
    const found = owners.filter(ref => teams.sizeOf(ref) !== undefined);
    if (found.some(ref => teams.sizeOf(ref) === inScope)) {
      return false;
    }
    if (owners.length > MOST_OWNERS) {
      return true;
    }
    const sizes = found.map(ref => teams.sizeOf(ref)!);
    const twice = sizes.reduce((sum, size) => sum + size, 0) - inScope;
    const [first = [], ...rest] = found.map(ref => teams.above(ref));
    const aroundAll = first.filter(ref => rest.every(of => of.includes(ref)));
    const others = [
      ...partsOf(owners).map(sizeOfPart),
      ...aroundAll.map(teams.sizeOf),
    ].filter(size => size !== undefined);
    return [twice, ...others.map(size => inScope - size)].some(difference =>
      isSmall(Math.abs(difference), hideBelow),
    );
  };
  return new Set(sets.filter(tells).map(({ key }) => key));
}

function nameOf(owners: readonly string[]): string {
  return [...owners].sort().join('\n');
}

/** Some of the owners, in every way but none and all. */
function partsOf(owners: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let chosen = 1; chosen < 2 ** owners.length - 1; chosen += 1) {
    parts.push(owners.filter((_, i) => Math.floor(chosen / 2 ** i) % 2 === 1));
  }
  return parts;
}
