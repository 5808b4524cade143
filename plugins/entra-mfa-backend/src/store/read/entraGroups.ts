import {
  naturalOrders,
  type EntraGroupKind,
  type entraGroupSorts,
  type SortOrder,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { foldText } from '../sql/foldText';
import { likePart } from './likePart';
import { readRecordsOf } from './readRecordsOf';
import {
  countRows,
  readSortedPage,
  sortKey,
  type SortedPlace,
} from './readSortedPage';

/** The groups of a tenant as they were at a version of what was read. */
export interface GroupsAt {
  view: SnapshotView;
  version: number;
}

/** A group with the people in it. */
export interface EntraGroupCounts {
  id: string;
  name: string;
  kind: EntraGroupKind;
  people: number;
  covered: number;
  uncovered: number;
  unknown: number;
  exempt: number;
  notRead: number;
}

export interface EntraGroupsFilter {
  /** Part of the name, without regard to case and diacritics. */
  q?: string;
  sort: (typeof entraGroupSorts)[number];
  /** Without it, the natural one of the sort. */
  order?: SortOrder;
  targetPermille: number;
}

/**
 * Which records are of what, by their keys: see `GroupBody`. Keys compare by bytes, so each kind is one range of the
 * primary key.
 */
const keys = {
  group: ['|', '}'],
  inside: ['+', ','],
  person: ['0', '|'],
} as const;

function recordsAt(
  knex: Knex,
  { view, version }: GroupsAt,
  kind: keyof typeof keys,
): Knex.QueryBuilder {
  const [from, to] = keys[kind];
  return knex({ r: 'record' })
    .where({ 'r.tenant_id': view.tenantId, 'r.data_set': 'groups' })
    .where('r.record_key', '>=', from)
    .where('r.record_key', '<', to)
    .where('r.from_run', '<=', version)
    .where('r.to_run', '>', version);
}

/** Where ids stand in the keys. */
const ids = {
  group: 'substr(r.record_key, 2)',
  insideInner: 'substr(r.record_key, 2, 36)',
  insideOuter: 'substr(r.record_key, 39)',
  person: 'substr(r.record_key, 1, 36)',
  personGroup: 'substr(r.record_key, 38)',
} as const;

/** Which group is in which, directly. */
const edges = (knex: Knex, at: GroupsAt) =>
  recordsAt(knex, at, 'inside').select({
    outer_id: knex.raw(ids.insideOuter),
    inner_id: knex.raw(ids.insideInner),
  });

const short = `(? * (g.covered + g.uncovered) + 999) / 1000 - g.covered`;

const sortValues: Record<EntraGroupsFilter['sort'], string> = {
  // Rounded up by integers, as `coverageOf` does; short of nothing is not below nothing.
  short: `case when ${short} > 0 then ${short} else 0 end`,
  uncovered: 'g.uncovered',
  // A group of nobody who counts has none.
  coverage: `case when g.covered + g.uncovered = 0 then null
    else g.covered * 1000 / (g.covered + g.uncovered) end`,
  people: 'g.people',
  name: '0',
};

/** The groups that a text finds. */
function groupsOf(
  knex: Knex,
  view: SnapshotView,
  q: string | undefined,
): Knex.QueryBuilder {
  const groups = knex({ g: 'entra_group' }).where(versionAt(view, 'g'));
  return q
    ? groups.whereRaw(`g.search_text like ? escape '\\'`, likePart(foldText(q)))
    : groups;
}

/** A page of groups, and where it ends when there are more. */
export async function readEntraGroups(
  knex: Knex,
  view: SnapshotView,
  { q, sort, order, targetPermille }: EntraGroupsFilter,
  page: { after: SortedPlace | null; limit: number },
): Promise<{ rows: EntraGroupCounts[]; next: SortedPlace | null }> {
  const value = sortValues[sort].replaceAll('?', String(targetPermille));
  const natural = naturalOrders.entraGroups[sort];
  const groups = groupsOf(knex, view, q).select({
    id: 'g.group_id',
    name: 'g.name',
    sortName: 'g.sort_name',
    kind: 'g.kind',
    people: 'g.people',
    covered: 'g.covered',
    uncovered: 'g.uncovered',
    unknown: 'g.unknown',
    exempt: 'g.exempt',
    notRead: 'g.not_read',
    sortKey: sortKey(knex, { value, order: order ?? natural }, null),
  });
  type Row = EntraGroupCounts & { sortKey: number; sortName: string };
  const { rows, next } = await readSortedPage<Row>(
    knex,
    groups,
    {
      columns: ['sortKey', 'sortName', 'id'],
      names: sort === 'name' ? order ?? natural : 'asc',
    },
    page,
  );
  return {
    rows: rows.map(({ sortKey: _key, sortName: _name, ...row }) => row),
    next,
  };
}

/** How many groups a text finds. */
export async function countEntraGroups(
  knex: Knex,
  view: SnapshotView,
  q?: string,
): Promise<number> {
  return countRows(knex, groupsOf(knex, view, q).select('g.group_id'));
}

/** The object ids of who is in a group, or in one inside it; some stand there more than once. */
export function membersOfGroup(
  knex: Knex,
  at: GroupsAt,
  groupId: string,
): Knex.QueryBuilder {
  const inside = recordsAt(knex, at, 'group')
    .where('r.record_key', `|${groupId}`)
    .select({ inner_id: knex.raw(ids.group) })
    .union(next =>
      next
        .select('e.inner_id')
        .from({ i: 'inside' })
        .join(edges(knex, at).as('e'), 'e.outer_id', 'i.inner_id'),
    );
  return knex
    .withRecursive('inside', ['inner_id'], inside)
    .from(
      recordsAt(knex, at, 'person')
        .select({
          object_id: knex.raw(ids.person),
          group_id: knex.raw(ids.personGroup),
        })
        .as('m'),
    )
    .join({ i: 'inside' }, 'i.inner_id', 'm.group_id')
    .select('m.object_id');
}

/** The condition that a person (table `p`) is in a group, or in one inside it. */
export function inEntraGroup(
  knex: Knex,
  at: GroupsAt,
  groupId: string,
): Knex.QueryCallback {
  const members = membersOfGroup(knex, at, groupId);
  return query => query.whereIn('p.object_id', members);
}

/** What some groups are called, by their ids. */
export async function readGroupNames(
  knex: Knex,
  { view, version }: GroupsAt,
  groupIds: readonly string[],
): Promise<Map<string, Pick<EntraGroupCounts, 'name' | 'kind'>>> {
  const rows = await readRecordsOf<Pick<EntraGroupCounts, 'name' | 'kind'>>(
    knex,
    { tenantId: view.tenantId, dataSet: 'groups', version },
    { keys: groupIds.map(id => `|${id}`) },
  );
  return new Map(rows.map(({ key, body }) => [key.slice(1), body]));
}

/** The ids of the groups that a person is in: directly, and those around these. */
export async function readGroupsOfPerson(
  knex: Knex,
  { view, version }: GroupsAt,
  objectId: string,
): Promise<{ direct: ReadonlySet<string>; all: ReadonlySet<string> }> {
  const around = async (prefixes: readonly string[]) => {
    const rows = await readRecordsOf(
      knex,
      { tenantId: view.tenantId, dataSet: 'groups', version },
      { prefixes },
    );
    return rows.map(({ key }) => key.slice(key.lastIndexOf('|') + 1));
  };
  const direct = new Set(await around([`${objectId}|`]));
  const all = new Set(direct);
  for (let last = [...direct]; last.length > 0; ) {
    const next = await around(last.map(id => `+${id}|`));
    last = [...new Set(next)].filter(id => !all.has(id));
    last.forEach(id => all.add(id));
  }
  return { direct, all };
}
