import type { EntraMfaPersonResource } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import type { PersonRow, PersonTeamRow } from '../sql/tables';
import { readEntityRefs } from './readEntityRefs';
import { readTeamLeads } from './readTeamLeads';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** What permission rules know of people, by object id. */
export async function readPersonResources(
  knex: Knex,
  view: SnapshotView,
  objectIds: readonly string[],
): Promise<Map<string, EntraMfaPersonResource>> {
  const people = await knex<PersonRow>({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(keyIn(knex, 'p.object_id', objectIds))
    .select('p.object_id', 'p.entity_ref');
  const entityRefs = await readEntityRefs(knex, view, people);
  const teams = await knex<PersonTeamRow>({ m: 'person_team' })
    .where(versionAt(view, 'm'))
    .andWhere(keyIn(knex, 'm.object_id', objectIds))
    .select('m.object_id', 'm.team_ref', 'm.direct');
  const leads = await readTeamLeads(
    knex,
    view,
    teams.map(({ team_ref }) => team_ref),
  );
  return new Map(
    people.map(person => {
      const own = teams.filter(team => team.object_id === person.object_id);
      return [
        person.object_id,
        {
          entityRefs: entityRefs.get(person.object_id) ?? [],
          ownTeamRefs: own
            .filter(({ direct }) => direct)
            .map(({ team_ref }) => team_ref),
          teamRefs: own.map(({ team_ref }) => team_ref),
          leadRefs: own.flatMap(({ team_ref }) => leads.get(team_ref) ?? []),
        },
      ];
    }),
  );
}
