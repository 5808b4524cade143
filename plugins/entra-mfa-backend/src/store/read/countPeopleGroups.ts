import {
  peoplePresetIds,
  peoplePresets,
  type PeoplePresetId,
  type Person,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { PersonRow } from '../sql/tables';
import { toBoolean } from '../sql/toBoolean';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import {
  ofAge,
  peopleConditions,
  type PeopleNarrowing,
  type PeopleSelection,
} from './peopleConditions';

/** People who are alike in all that is filtered by with counts beside it. */
export interface PeopleGroup
  extends Pick<
    Person,
    | 'state'
    | 'reason'
    | 'scopeClass'
    | 'scopeRule'
    | 'tier'
    | 'marks'
    | 'privileged'
  > {
  /** Whether the filters without counts find them. */
  isFound: boolean;
  /** The presets whose ages of accounts they have, or that have none. */
  ages: PeoplePresetId[];
  people: number;
}

const columns = [
  'state',
  'reason',
  'tier',
  'scope_class',
  'scope_rule',
  'privileged',
  'marks',
] as const;

const agePresets = peoplePresetIds.filter(
  id =>
    peoplePresets[id].noSignInDays === undefined &&
    (peoplePresets[id].minAgeDays !== undefined ||
      peoplePresets[id].maxAgeDays !== undefined),
);

type GroupRow = Pick<PersonRow, (typeof columns)[number]> &
  Record<PeoplePresetId | 'is_found' | 'people', number | string>;

/**
 * Counts the people of a team, or those whom a text finds, by what they are alike in. The other filters are
 * told of each group and not applied, so that one reading has what each of them would find. A tenant of any
 * size has a few hundred such groups.
 */
export async function countPeopleGroups(
  knex: Knex,
  view: SnapshotView,
  { filter, publishedAt, groupsVersion, allowed }: PeopleSelection,
): Promise<PeopleGroup[]> {
  const { team, subTeams, q } = filter;
  const query = knex({ p: 'person' })
    .where(versionAt(view, 'p'))
    .andWhere(
      peopleConditions(knex, view, {
        filter: { team, subTeams, q },
        publishedAt,
        groupsVersion,
        allowed,
      }),
    )
    .select(columns.map(column => `p.${column}`))
    .count({ people: '*' })
    .groupBy(columns.map(column => `p.${column}`));
  const narrowing = withoutCounts(filter);
  if (narrowing) {
    const conditions = peopleConditions(knex, view, {
      filter: narrowing,
      publishedAt,
      groupsVersion,
      allowed: null,
    });
    // Of the row itself: nothing is read for it but what its conditions read.
    const fits = knex.select(knex.raw('1')).where(conditions);
    query
      .select({ is_found: flag(knex, knex.raw('exists ?', [fits])) })
      .groupBy('is_found');
  }
  for (const id of agePresets) {
    query
      .select({ [id]: flag(knex, ofAge(knex, peoplePresets[id], publishedAt)) })
      .groupBy(id);
  }
  const rows = (await query) as GroupRow[];
  return rows.map(row => toGroup(row, narrowing !== null));
}

/** What is filtered by without counts beside it; null where nothing is. */
function withoutCounts({
  method,
  role,
  roleKind,
  inCatalog,
  entityRef,
  group,
  exception,
  minAgeDays,
  maxAgeDays,
  noSignInDays,
}: PeopleNarrowing): PeopleNarrowing | null {
  const narrowing = {
    method,
    role,
    inCatalog,
    entityRef,
    group,
    exception,
    minAgeDays,
    maxAgeDays,
    noSignInDays,
  };
  return Object.values(narrowing).some(value => value !== undefined)
    ? { ...narrowing, roleKind, subTeams: true }
    : null;
}

function flag(knex: Knex, condition: Knex.Raw): Knex.Raw {
  return knex.raw('case when ? then 1 else 0 end', [condition]);
}

function toGroup(row: GroupRow, isNarrowed: boolean): PeopleGroup {
  return {
    state: row.state as PeopleGroup['state'],
    reason: row.reason as PeopleGroup['reason'],
    tier: row.tier as PeopleGroup['tier'],
    scopeClass: row.scope_class as PeopleGroup['scopeClass'],
    scopeRule: row.scope_rule,
    privileged: toBoolean(row.privileged),
    marks: JSON.parse(row.marks),
    isFound: !isNarrowed || Number(row.is_found) === 1,
    ages: peoplePresetIds.filter(
      id => !agePresets.includes(id) || Number(row[id]) === 1,
    ),
    people: Number(row.people),
  };
}
