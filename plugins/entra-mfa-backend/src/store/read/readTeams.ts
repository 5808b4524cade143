import {
  naturalOrders,
  type SortOrder,
  type teamSorts,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { foldText } from '../sql/foldText';
import { keyIn } from '../sql/keyIn';
import type { TeamLeadRow } from '../sql/tables';
import { likePart } from './likePart';
import {
  countRows,
  readSortedPage,
  sortKey,
  type SortedPlace,
} from './readSortedPage';
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
  /** Without it, the natural one of the sort. */
  order?: SortOrder;
  /** Teams whose figures that are sorted by are not shown to the caller: they come behind all others. */
  hidden?: ReadonlySet<string>;
}

type TeamSort = TeamsFilter['sort'];

const sortValues: Record<TeamSort, string> = {
  // Rounded up by integers, as `coverageOf` does; short of nothing is not below nothing.
  short: `case when (t.target_permille * (c.covered + c.uncovered) + 999) / 1000 > c.covered
    then (t.target_permille * (c.covered + c.uncovered) + 999) / 1000 - c.covered else 0 end`,
  uncovered: 'c.uncovered',
  direct: 'c.direct_uncovered',
  // A team of nobody has none.
  coverage: `case when c.covered + c.uncovered = 0 then null
    else c.covered * 1000 / (c.covered + c.uncovered) end`,
  phoneOnly: 'c.phone_only',
  people: 'c.people',
  counted: 'c.covered + c.uncovered',
  name: '0',
};

function orderOf({ sort, order }: TeamsFilter): SortOrder {
  return order ?? naturalOrders.teams[sort];
}

function sortKeyOf(knex: Knex, filter: TeamsFilter): Knex.Raw {
  const { sort, hidden } = filter;
  return sortKey(
    knex,
    { value: sortValues[sort], order: orderOf(filter) },
    hidden && hidden.size > 0 && sort !== 'name'
      ? keyIn(knex, 't.team_ref', [...hidden])
      : null,
  );
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

/** The teams of a filter, on all pages. */
function teamsOf(
  knex: Knex,
  view: SnapshotView,
  filter: TeamsFilter,
): Knex.QueryBuilder {
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
  return teams;
}

/** A page of teams, and where it ends when there are more. */
export async function readTeams(
  knex: Knex,
  view: SnapshotView,
  before: SnapshotView | null,
  filter: TeamsFilter,
  page: { after: SortedPlace | null; limit: number },
): Promise<{ rows: TeamListRow[]; next: SortedPlace | null }> {
  const { rows, next } = await readSortedPage<TeamRow & { sortKey: number }>(
    knex,
    teamsOf(knex, view, filter),
    {
      columns: ['sortKey', 'sortName', 'ref'],
      names: filter.sort === 'name' ? orderOf(filter) : 'asc',
    },
    page,
  );
  return { rows: await readTeamsBefore(knex, before, rows), next };
}

/** How many teams a filter finds. */
export async function countTeams(
  knex: Knex,
  view: SnapshotView,
  filter: TeamsFilter,
): Promise<number> {
  return countRows(knex, teamsOf(knex, view, filter));
}
