import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { membersOfGroup, type GroupsAt } from '../read/entraGroups';

/** Who is reviewed where it is not everybody: whoever has a role, or is in a group or team, at a snapshot. */
export type Membership =
  | { kind: 'role'; id: string; view: SnapshotView }
  | { kind: 'group'; id: string; at: GroupsAt }
  | { kind: 'team'; id: string; view: SnapshotView };

/** The object ids of the members; some may stand there more than once. */
export function membersOf(knex: Knex, of: Membership): Knex.QueryBuilder {
  switch (of.kind) {
    case 'role':
      return knex({ h: 'person_role' })
        .where(versionAt(of.view, 'h'))
        .andWhere('h.role_id', of.id)
        .select('h.object_id');
    case 'team':
      return knex({ h: 'person_team' })
        .where(versionAt(of.view, 'h'))
        .andWhere('h.team_ref', of.id)
        .select('h.object_id');
    default:
      return membersOfGroup(knex, of.at, of.id);
  }
}
