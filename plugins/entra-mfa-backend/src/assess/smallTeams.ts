/** How many people a team is about, where it stands among the others. */
export interface TeamSize {
  ref: string;
  parentRef: string | null;
  /** People in scope of the team with its sub-teams. */
  inScope: number;
  /** Own members of the team who count in coverage. */
  own: number;
}

/** Whose figures are not shown. */
export interface HiddenTeams {
  /** Refs of teams of which nothing is shown. */
  teams: ReadonlySet<string>;
  /** Refs of teams that are shown without the figure of their own members. */
  own: ReadonlySet<string>;
}

/** A sub-team of a team, or the team's own members. */
interface Part {
  people: number;
  ref: string;
  isOwn: boolean;
}

/** Whether a figure of so many people could be about somebody; one of nobody is about nobody. */
export function isSmall(people: number, hideBelow: number): boolean {
  return people > 0 && people < hideBelow;
}

/**
 * Which teams are too small for their figures to be shown to who may not see their names, and which
 * more must not be shown so that nobody finds them by calculating: a team is the sum of its sub-teams
 * and its own members. Where exactly one part of a shown team is hidden, the smallest of the others is
 * hidden too, and where there is none to hide, the team; of a hidden team, one part at least is.
 *
 * @param hideBelow - the fewest people of whom figures are shown; 0 shows all
 * @param sees - whether the names of all of a team are seen: then its figures are, and hide nothing
 */
export function hiddenTeams(
  sizes: readonly TeamSize[],
  hideBelow: number,
  sees: (ref: string) => boolean,
): HiddenTeams {
  const teams = new Set<string>();
  const own = new Set<string>();
  const children = childrenOf(sizes);
  for (const { ref, inScope } of sizes) {
    if (isSmall(inScope, hideBelow) && !sees(ref)) {
      teams.add(ref);
    }
  }
  if (teams.size === 0 && !sizes.some(size => isSmall(size.own, hideBelow))) {
    return { teams, own };
  }
  const wholes = sizes.filter(({ ref }) => children.has(ref) && !sees(ref));
  for (const { ref, own: people } of wholes) {
    if (isSmall(people, hideBelow)) {
      own.add(ref);
    }
  }

  /** Hides what one team asks for; whether there was anything. */
  const protect = (size: TeamSize): boolean => {
    const { ref } = size;
    const parts = [...(children.get(ref) ?? []), ownPart(size)].filter(
      part => part.people > 0,
    );
    const isWholeHidden = teams.has(ref);
    const hidden = parts.filter(part =>
      part.isOwn ? isWholeHidden || own.has(ref) : teams.has(part.ref),
    );
    if (parts.length === 0 || hidden.length !== (isWholeHidden ? 0 : 1)) {
      return false;
    }
    const others = parts.filter(
      part => !hidden.includes(part) && (part.isOwn || !sees(part.ref)),
    );
    if (others.length === 0) {
      teams.add(ref);
      return !isWholeHidden;
    }
    const { ref: other, isOwn } = others.reduce(smallest);
    (isOwn ? own : teams).add(other);
    return true;
  };
  // Hiding only ever adds, so this ends. Parents come first: most of it is one pass.
  let again = true;
  while (again) {
    again = wholes.filter(protect).length > 0;
  }
  return { teams, own };
}

function ownPart({ ref, own }: TeamSize): Part {
  return { ref, people: own, isOwn: true };
}

function smallest(a: Part, b: Part): Part {
  if (a.people !== b.people) {
    return a.people < b.people ? a : b;
  }
  return a.ref < b.ref ? a : b;
}

function childrenOf(sizes: readonly TeamSize[]): Map<string, Part[]> {
  const children = new Map<string, Part[]>();
  for (const { ref, parentRef, inScope } of sizes) {
    if (parentRef !== null && inScope > 0) {
      const known = children.get(parentRef) ?? [];
      known.push({ ref, people: inScope, isOwn: false });
      children.set(parentRef, known);
    }
  }
  return children;
}
