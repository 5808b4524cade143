import { readTeamsSeenInPart } from '../../store/read/readTeamsSeenInPart';
import type { SnapshotView } from '../../store/asOf/types';
import type { PeopleAccess, ReadContext } from '../types';

/** Which of these teams have somebody whom the caller sees by name: of others no list of people is offered. */
export async function withAnyNames(
  { knex }: Pick<ReadContext, 'knex'>,
  view: SnapshotView,
  access: PeopleAccess,
  teamRefs: readonly string[],
): Promise<ReadonlySet<string>> {
  if (access.kind === 'some') {
    return new Set(
      await readTeamsSeenInPart(knex, view, teamRefs, access.criteria),
    );
  }
  return new Set(access.kind === 'all' ? teamRefs : []);
}
