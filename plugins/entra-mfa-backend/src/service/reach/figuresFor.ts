import type { OwnersFigure } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isSmall } from '../../assess/smallTeams';
import { readHiddenSets } from '../../store/read/reach/readHiddenSets';
import type { OwnerRow } from '../../store/read/reach/readOwners';
import type { HiddenOwners } from '../../store/read/reach/readServices';
import { readUsersSeen } from '../../store/read/reach/readUsersSeen';
import type { OwnersRow } from '../../store/read/reach/serviceQuery';
import { readTeamsSeen } from '../../store/read/readTeamsSeen';
import type { SnapshotView } from '../../store/asOf/types';
import { toPhoneEnds } from '../figures';
import type { PeopleAccess, ReadContext } from '../types';

/**
 * Tells the figures of sets of owners to a caller. Null for a set of few people, unless the caller may
 * see all of them by name, and for a larger one of which the figures of other sets and teams would
 * leave a few over: with an owner whose own figure is hidden, and where `inferableOwnerSets` says so, unless
 * the caller sees all of its owners.
 *
 * @param owners - of the sets of the rows
 */
export async function figuresFor(
  { knex }: ReadContext,
  view: SnapshotView,
  of: {
    rows: readonly OwnersRow[];
    owners: readonly OwnerRow[];
    hidden: HiddenOwners | null;
  },
  access: PeopleAccess,
): Promise<(row: OwnersRow) => OwnersFigure | null> {
  const { rows, owners, hidden } = of;
  if (!hidden) {
    return toFigure;
  }
  const small = new Set(
    rows
      .filter(row => isSmall(inScope(row), hidden.below))
      .map(row => row.owner_set),
  );
  const large = owners.filter(({ owner_set }) => !small.has(owner_set));
  const users = large.filter(owner => owner.is_person).map(({ ref }) => ref);
  const criteria = access.kind === 'some' ? access.criteria : null;
  const telling = large.filter(owner => hidden.sets.has(owner.owner_set));
  const [unseen, usersSeen, teamsSeen] = criteria
    ? await Promise.all([
        readHiddenSets(knex, view, [...small], criteria),
        readUsersSeen(knex, view, users, criteria),
        readTeamsSeen(
          knex,
          view,
          telling.map(({ ref }) => ref),
          criteria,
        ),
      ])
    : [small, new Set<string>(), []];
  const withHidden = large.filter(
    ({ ref, is_person }) =>
      hidden.teams.has(ref) || (is_person && !usersSeen.has(ref)),
  );
  const notSeen = telling.filter(
    ({ ref, title, is_person }) =>
      !teamsSeen.includes(ref) &&
      !usersSeen.has(ref) &&
      (title !== null || is_person),
  );
  const notTold = new Set([
    ...unseen,
    ...notSeen.map(({ owner_set }) => owner_set),
    ...withHidden.map(({ owner_set }) => owner_set),
  ]);
  return row => (notTold.has(row.owner_set) ? null : toFigure(row));
}

function inScope(row: OwnersRow): number {
  return row.covered + row.uncovered + row.unknown + row.exempt;
}

function toFigure(row: OwnersRow): OwnersFigure {
  const { people, covered, uncovered, unknown, exempt } = row;
  return {
    people,
    covered,
    uncovered,
    unknown,
    exempt,
    phoneOnly: row.phone_only,
    phoneEnds: toPhoneEnds(row.phone_ends),
    privilegedUncovered: row.privileged_uncovered,
    ownersNotFound: row.owners_not_found,
  };
}
