import type {
  People,
  Person,
  PeopleFilter,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readExemptions } from '../store/exceptions/readExemptions';
import { countPeople } from '../store/read/countPeople';
import { readPeopleAt } from '../store/read/changes/readPeopleAt';
import { readDirectTeams } from '../store/read/readDirectTeams';
import { readBeginning } from '../store/asOf/readSnapshot';
import { readTeamLeads } from '../store/read/readTeamLeads';
import { readTeamTitle } from '../store/read/readTeamTitle';
import { readGroupNames } from '../store/read/entraGroups';
import { readPeople, type PeopleRequest } from '../store/read/readPeople';
import type { PeoplePlace, PeopleSort } from '../store/read/peopleOrder';
import type { SnapshotView } from '../store/asOf/types';
import type { PersonRow } from '../store/sql/tables';
import { countedBy } from './countedBy';
import { nextCursor, placeOfCursor, type PlacePart } from './cursor';
import { toSnapshotRef } from './figures';
import { entraGroupsAt, refuseGroup } from './entraGroupsAt';
import { readTenantRefs } from './readTenantRefs';
import { readFacets } from './readFacets';
import { refuseRolesNotKept } from './refuseRolesNotKept';
import { refuseSignIns, signInsKnown } from './signInsKnown';
import type { Found } from './Snapshots';
import { toPerson } from './toPerson';
import type { PeopleAccess, QueryOf, ReadContext } from './types';

const placeParts: Record<PeopleSort, readonly PlacePart[]> = {
  privileged: ['rank', 'text', 'text'],
  name: ['text', 'text'],
  since: ['instant', 'text'],
  tier: ['rank', 'text', 'text'],
};

/** A page of the people that the caller may see. */
export async function getPeople(
  context: ReadContext,
  query: QueryOf<'getPeople'>,
  access: PeopleAccess,
): Promise<People> {
  const { knex, snapshots } = context;
  const tenants = await readTenantRefs(context);
  const tenantId = await snapshots.tenantOf(query.tenant);
  const tenant = tenants.find(({ id }) => id === tenantId) ?? null;
  const place = placeOfCursor(query, placeParts[query.sort]);
  const asOf = { ...query, snapshot: place?.snapshot };
  return snapshots.read(asOf, async found => {
    if (!found) {
      return {
        tenant,
        snapshot: null,
        items: [],
        ...(query.count && { totalItems: 0, counted: 0 }),
        visibility: access.kind,
        pageInfo: { nextCursor: null },
      };
    }
    const { view, snapshot } = found;
    await refuseRolesNotKept(knex, view, query);
    refuseSignIns(context, found, query, access);
    refuseGroup(context, found, query);
    const team = query.team && (await teamOf(knex, view, query.team));
    const beside = {
      ...(query.team !== undefined && { team: team || null }),
      ...(query.group !== undefined && {
        group: await groupOf(context, found, query.group),
      }),
      visibility: access.kind,
    };
    if (access.kind === 'none') {
      return {
        tenant,
        snapshot: toSnapshotRef(snapshot),
        items: [],
        ...(query.count && {
          totalItems: 0,
          counted: await countedBy(context, found, query, access),
        }),
        ...beside,
        pageInfo: { nextCursor: null },
      };
    }
    const request = requestOf(context, found, query, access);
    const page = { after: place?.after ?? null, limit: query.limit };
    const [{ items, next }, totalItems, facets] = await Promise.all([
      readPage(context, view, request, page),
      query.count ? countPeople(knex, view, request) : undefined,
      query.facets
        ? readFacets(
            knex,
            found,
            request,
            signInsKnown(context, found, query, access),
          )
        : undefined,
    ]);
    return {
      tenant,
      snapshot: toSnapshotRef(snapshot),
      items,
      ...(totalItems !== undefined && {
        totalItems,
        counted:
          access.kind === 'all'
            ? totalItems
            : await countedBy(context, found, query, access),
      }),
      ...facets,
      ...beside,
      pageInfo: { nextCursor: nextCursor(query, view.snapshot, next) },
    };
  });
}

/** What of an answer is for who may read counts, and who leads a team with it. */
export function withoutFigures(people: People): People {
  const { counted, team, ...rest } = people;
  return {
    ...rest,
    ...(counted !== undefined && { counted: null }),
    ...(team !== undefined && { team: team && { ...team, leads: [] } }),
  };
}

async function teamOf(
  knex: ReadContext['knex'],
  view: SnapshotView,
  asked: string,
): Promise<People['team']> {
  const ref = asked.toLowerCase();
  const [title, leads] = await Promise.all([
    readTeamTitle(knex, view, ref),
    readTeamLeads(knex, view, [ref]),
  ]);
  return title === null ? null : { ref, title, leads: leads.get(ref) ?? [] };
}

async function groupOf(
  context: ReadContext,
  found: Found,
  asked: string,
): Promise<People['group']> {
  const id = asked.toLowerCase();
  const at = entraGroupsAt(context, found);
  const names = at && (await readGroupNames(context.knex, at, [id]));
  const group = names?.get(id);
  return group ? { id, ...group } : null;
}

/** All pages of the people that a filter finds and the caller may see. */
export async function* eachPage(
  context: ReadContext,
  found: Found,
  query: PeopleFilter,
  access: Exclude<PeopleAccess, { kind: 'none' }>,
  limit: number,
): AsyncIterable<Person[]> {
  let after: PeoplePlace | null = null;
  do {
    const { items, next }: PeoplePage = await readPage(
      context,
      found.view,
      requestOf(context, found, query, access),
      { after, limit },
    );
    yield items;
    after = next;
  } while (after);
}

/** Some people, by object id. */
export async function readPeopleOf(
  { knex }: ReadContext,
  view: SnapshotView,
  objectIds: readonly string[],
): Promise<Map<string, Person>> {
  const rows = await readPeopleAt(knex, view, objectIds);
  const people = await toPeople(knex, view, [...rows.values()]);
  return new Map(people.map(person => [person.id, person]));
}

interface PeoplePage {
  items: Person[];
  next: PeoplePlace | null;
}

async function readPage(
  { knex }: ReadContext,
  view: SnapshotView,
  request: PeopleRequest,
  page: { after: PeoplePlace | null; limit: number },
): Promise<PeoplePage> {
  const { rows, next } = await readPeople(knex, view, request, page);
  return { items: await toPeople(knex, view, rows), next };
}

async function toPeople(
  knex: ReadContext['knex'],
  view: SnapshotView,
  rows: readonly PersonRow[],
): Promise<Person[]> {
  const teams = await readDirectTeams(
    knex,
    view,
    rows.map(row => row.object_id),
  );
  const exemptions = await readExemptions(
    knex,
    view.tenantId,
    rows.map(row => row.exception_id),
  );
  const firstReadAt = await readBeginning(knex, view.tenantId);
  return rows.map(row =>
    toPerson(
      row,
      teams.get(row.object_id),
      exemptions.get(row.exception_id ?? ''),
      firstReadAt,
    ),
  );
}

function requestOf(
  context: ReadContext,
  found: Found,
  query: PeopleFilter,
  access: Exclude<PeopleAccess, { kind: 'none' }>,
): PeopleRequest {
  return {
    filter: query,
    publishedAt: found.snapshot.at,
    groupsVersion: entraGroupsAt(context, found)?.version ?? null,
    sort: query.sort,
    order: query.order,
    allowed: access.kind === 'some' ? access.criteria : null,
  };
}
