import type { People, Person } from 'backstage-plugin-entra-mfa-common';
import { readExemptions } from '../store/exceptions/readExemptions';
import { countPeople } from '../store/read/countPeople';
import { readDirectTeams } from '../store/read/readDirectTeams';
import { readPeople, type PeopleRequest } from '../store/read/readPeople';
import type { PeoplePlace, PeopleSort } from '../store/read/peopleOrder';
import type { SnapshotView } from '../store/read/types';
import { nextCursor, placeOfCursor, type PlacePart } from './cursor';
import { toSnapshotRef } from './figures';
import { toPerson } from './toPerson';
import type { PeopleAccess, QueryOf, ReadContext } from './types';

const EXPORT_AT_ONCE = 1_000;

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
  const place = placeOfCursor(query, placeParts[query.sort]);
  const asOf = { ...query, snapshot: place?.snapshot };
  return snapshots.read(asOf, async found => {
    if (!found || access.kind === 'none') {
      return {
        snapshot: found && toSnapshotRef(found.snapshot),
        items: [],
        ...(query.count && { totalItems: 0 }),
        visibility: access.kind,
        pageInfo: { nextCursor: null },
      };
    }
    const { view, snapshot } = found;
    const request = requestOf(query, access);
    const page = { after: place?.after ?? null, limit: query.limit };
    const [{ items, next }, totalItems] = await Promise.all([
      readPage(context, view, request, page),
      query.count ? countPeople(knex, view, request) : undefined,
    ]);
    return {
      snapshot: toSnapshotRef(snapshot),
      items,
      ...(totalItems !== undefined && { totalItems }),
      visibility: access.kind,
      pageInfo: { nextCursor: nextCursor(query, view.snapshot, next) },
    };
  });
}

/** Everybody of the filter that the caller may see, as of one snapshot. */
export async function exportPeople(
  context: ReadContext,
  query: QueryOf<'getPeople'>,
  access: PeopleAccess,
): Promise<AsyncIterable<Person>> {
  // Found before the first row is sent, so that a wrong date is an error and not half a file.
  const view = await context.snapshots.read(
    query,
    async found => found && { ...found.view, newest: false },
  );
  return (async function* batches() {
    if (!view || access.kind === 'none') {
      return;
    }
    let after: PeoplePlace | null = null;
    do {
      const { items, next }: PeoplePage = await readPage(
        context,
        view,
        requestOf(query, access),
        { after, limit: EXPORT_AT_ONCE },
      );
      yield* items;
      after = next;
    } while (after);
  })();
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
  return {
    items: rows.map(row =>
      toPerson(
        row,
        teams.get(row.object_id),
        exemptions.get(row.exception_id ?? ''),
      ),
    ),
    next,
  };
}

function requestOf(
  query: QueryOf<'getPeople'>,
  access: Exclude<PeopleAccess, { kind: 'none' }>,
): PeopleRequest {
  return {
    filter: query,
    sort: query.sort,
    allowed: access.kind === 'some' ? access.criteria : null,
  };
}
