import type { Knex } from 'knex';
import { keyIn } from '../sql/keyIn';
import { allowedPeople, type PersonCriteria } from '../read/personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import type { PersonRow, TeamRow } from '../sql/tables';

type Named = Pick<PersonRow, 'object_id' | 'display_name' | 'entity_ref'>;

/**
 * Those of the people whom the caller may see, by object id. Who may see everybody sees those who
 * left the directory too, by the name they had last.
 */
export async function readSubjectPeople(
  knex: Knex,
  view: SnapshotView,
  ids: readonly string[],
  allowed: PersonCriteria | null,
): Promise<Map<string, Named>> {
  const query = knex<PersonRow>({ p: 'person' })
    .andWhere(keyIn(knex, 'p.object_id', ids))
    .orderBy('p.from_snapshot')
    .select('p.object_id', 'p.display_name', 'p.entity_ref');
  if (allowed) {
    query
      .andWhere(versionAt(view, 'p'))
      .andWhere(allowedPeople(knex, view, allowed));
  } else {
    query
      .andWhere('p.tenant_id', view.tenantId)
      .andWhere('p.from_snapshot', '<=', view.snapshot);
  }
  const rows: Named[] = await query;
  return new Map(rows.map(row => [row.object_id, row]));
}

/** The titles of teams, by ref. */
export async function readTeamTitles(
  knex: Knex,
  view: SnapshotView,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const rows = await knex<TeamRow>({ t: 'team' })
    .where(versionAt(view, 't'))
    .andWhere(keyIn(knex, 't.team_ref', refs))
    .select('t.team_ref', 't.title');
  return new Map(rows.map(({ team_ref, title }) => [team_ref, title]));
}
