import { isSmall } from './smallTeams';

/** How many people in scope have a role. */
export interface RoleSize {
  id: string;
  privileged: boolean;
  people: number;
  active: number;
  eligible: number;
}

/** Whose figures are not shown. */
export interface HiddenRoles {
  /** Ids of roles of which nothing is shown. */
  roles: ReadonlySet<string>;
  /** Ids of roles that are shown without telling who holds them from who can activate them. */
  kinds: ReadonlySet<string>;
}

/**
 * Which roles so few people have that their figures are not shown to who may not see their names, and
 * which more must not be shown so that nobody finds them by subtracting: the figure of all privileged
 * people is shown to everybody. Where exactly one privileged role is hidden, the smallest of the others
 * is hidden too. As with small teams, it is a rule about sums, not a proof: people may have several
 * roles.
 *
 * @param hideBelow - the fewest people of whom figures are shown; 0 shows all
 * @param sees - whether the names of all who have a role are seen: then its figures are, and hide nothing
 */
export function hiddenRoles(
  sizes: readonly RoleSize[],
  hideBelow: number,
  sees: (id: string) => boolean,
): HiddenRoles {
  const unseen = sizes.filter(({ id, people }) => people > 0 && !sees(id));
  const roles = new Set(
    unseen
      .filter(({ people }) => isSmall(people, hideBelow))
      .map(({ id }) => id),
  );
  const privileged = unseen.filter(one => one.privileged);
  const shown = privileged.filter(({ id }) => !roles.has(id));
  if (privileged.length - shown.length === 1 && shown.length > 0) {
    const { id } = shown.reduce((a, b) =>
      a.people < b.people || (a.people === b.people && a.id < b.id) ? a : b,
    );
    roles.add(id);
  }
  const kinds = unseen
    .filter(
      ({ active, eligible }) =>
        isSmall(active, hideBelow) || isSmall(eligible, hideBelow),
    )
    .map(({ id }) => id);
  return { roles, kinds: new Set(kinds) };
}
