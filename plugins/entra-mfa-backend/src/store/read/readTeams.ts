import type { teamSorts } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { foldText } from '../sql/foldText';
import { keyIn } from '../sql/keyIn';
import type { TeamLeadRow } from '../sql/tables';
import { likePart } from './likePart';
import { readTeamsBefore, type TeamListRow } from './readTeamsBefore';
import { teamQuery, type TeamRow } from './teamQuery';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

export interface TeamsFilter {
  /** A parent's ref; `none` for teams without one. */
  parent?: string;
  /** Part of the title or ref, without regard to case and diacritics. */
  q?: string;
  /** Those that one of these leads, a user or a group; without those whose parent one of them leads too. */
  leads?: readonly string[];
  sort: (typeof teamSorts)[number];
  /** Teams whose figures that are sorted by are not shown to the caller: they come as teams of nobody. */
  hidden?: ReadonlySet<string>;
}

/** Where a page of teams ends: the sort key, the name and the ref of its last team. */
export type TeamsPlace = [number, string, string];

const NO_COVERAGE = '2000';

/** Each sort as a number that grows: people short, uncovered and own uncovered come most first. */
const sortKeys: Record<TeamsFilter['sort'], string> = {
  // Rounded up by integers, as `coverageOf` does; short of nothing is not below nothing.
  short: `case when (t.target_permille * (c.covered + c.uncovered) + 999) / 1000 > c.covered
    then c.covered - (t.target_permille * (c.covered + c.uncovered) + 999) / 1000 else 0 end`,
  uncovered: '-c.uncovered',
  direct: '-c.direct_uncovered',
  // Lowest coverage first; a team of nobody has none and comes last.
  coverage: `case when c.covered + c.uncovered = 0 then ${NO_COVERAGE}
    else c.covered * 1000 / (c.covered + c.uncovered) end`,
  phoneOnly: '-c.phone_only',
  name: '0',
};

function sortKeyOf(knex: Knex, { sort, hidden }: TeamsFilter): Knex.Raw {
  const key = sortKeys[sort];
  if (!hidden || hidden.size === 0 || sort === 'name') {
    return knex.raw(key);
  }
  return knex.raw(`case when ? then ? else ${key} end`, [
    keyIn(knex, 't.team_ref', [...hidden]),
    knex.raw(sort === 'coverage' ? NO_COVERAGE : '0'),
  ]);
}

function ledTeams(
  knex: Knex,
  view: SnapshotView,
  leads: readonly string[],
): Knex.QueryBuilder {
  return knex<TeamLeadRow>({ l: 'team_lead' })
    .where(versionAt(view, 'l'))
    .andWhere(keyIn(knex, 'l.lead_ref', leads))
    .select('l.team_ref');
}

/** A page of teams, and where it ends when there are more. */
export async function readTeams(
  knex: Knex,
  view: SnapshotView,
  before: SnapshotView | null,
  filter: TeamsFilter,
  page: { after: TeamsPlace | null; limit: number },
): Promise<{ rows: TeamListRow[]; next: TeamsPlace | null }> {
  const teams = teamQuery(knex, view).select({
    sortKey: sortKeyOf(knex, filter),
  });
  if (filter.parent === 'none') {
    teams.whereNull('t.parent_ref');
  } else if (filter.parent) {
    teams.where('t.parent_ref', filter.parent);
  }
  if (filter.q) {
    teams.whereRaw(
      `t.search_text like ? escape '\\'`,
      likePart(foldText(filter.q)),
    );
  }

  if (filter.leads) {
    const led = ledTeams(knex, view, filter.leads);
    teams.whereIn('t.team_ref', led).andWhere(top =>
      // A parent of null is in no list and in none of its opposite.
      top.whereNull('t.parent_ref').orWhereNotIn('t.parent_ref', led.clone()),
    );
  }

  const query = knex
    .from(teams.as('x'))
    .select('*')
    .orderByRaw('?? asc, ?? asc, ?? asc', ['sortKey', 'sortName', 'ref'])
    .limit(page.limit + 1);
  if (page.after) {
    query.whereRaw('(??, ??, ??) > (?, ?, ?)', [
      'sortKey',
      'sortName',
      'ref',
      ...page.after,
    ]);
  }
  const rows: (TeamRow & { sortKey: number })[] = await query;
  const more = rows.length > page.limit;
  const shown = rows.slice(0, page.limit);
  const last = shown[shown.length - 1];
  return {
    rows: await readTeamsBefore(knex, before, shown),
    next: more ? [last.sortKey, last.sortName, last.ref] : null,
  };
}
