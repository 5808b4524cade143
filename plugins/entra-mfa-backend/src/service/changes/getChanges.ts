import {
  changeKinds,
  naturalOrders,
  type Change,
  type Changes,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  allowedChanges,
  changesOf,
  namedChanges,
  type Ends,
} from '../../store/read/changes/changeConditions';
import { countChanges } from '../../store/read/changes/countChanges';
import type { ChangeRange } from '../../store/read/changes/netChanges';
import type {
  AllowedCondition,
  ListedChange,
} from '../../store/read/changes/listedChanges';
import {
  readChanges,
  type ChangePlace,
} from '../../store/read/changes/readChanges';
import {
  countListedChanges,
  readChangesByName,
  readChangesByTime,
  type ChangePlaceBy,
  type ChangesListed,
} from '../../store/read/changes/readChangesBy';
import { nextCursor, placeOfCursor, type PlacePart } from '../cursor';
import { toSnapshotRef } from '../figures';
import { timeOf } from '../timeOf';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { areCountsHidden } from './areCountsHidden';
import { findBeginning } from './findEnds';
import { kindsOf, type Kinds } from './kindsOf';
import { transitionsOfPage } from './transitionsOfPage';
import { toChanges } from './toChanges';

type Query = QueryOf<'getChanges'>;

const placeParts: Record<Query['sort'], readonly PlacePart[]> = {
  kind: ['rank', 'integer', 'text'],
  name: ['text', 'text'],
  at: ['integer', 'text'],
};

/** What reading changes needs. */
export type ChangesContext = Pick<
  ReadContext,
  'knex' | 'clock' | 'snapshots' | 'config'
>;

/** What changed between two dates: everybody is counted, and whom the caller may see is listed. */
export async function getChanges(
  context: ChangesContext,
  query: Query,
  access: PeopleAccess,
): Promise<Changes> {
  const { knex, clock, snapshots } = context;
  if (query.to !== undefined) {
    timeOf(query.to, clock.now(), 'to');
  }
  const place = placeOfCursor(query, ['integer', ...placeParts[query.sort]]);
  const { tenant, to } = query;
  const asOf = { tenant, at: to, snapshot: place?.snapshot };
  return snapshots.read(asOf, async found => {
    if (!found) {
      return nothing(query, access);
    }
    const [pinned, ...after] = place?.after ?? [];
    const beginning = await findBeginning(context, found, {
      from: query.from,
      snapshot: pinned as number | undefined,
    });
    const { tenantId, snapshot: upTo } = found.view;
    const from = beginning.snapshot.number;
    const ends: Ends = {
      from: { tenantId, snapshot: from, newest: false },
      to: found.view,
    };
    const range: ChangeRange = { tenantId, after: from, upTo };
    const people = changesOf(knex, ends, {
      team:
        query.team === undefined
          ? undefined
          : {
              ref: query.team.toLowerCase(),
              includeSubTeams: query.subTeams,
            },
      objectId: query.person?.toLowerCase(),
    });
    const kinds = kindsOf(await countChanges(knex, range, people));
    const changes = {
      listed: listedOf(kinds, query),
      people,
      allowed: listedCondition(knex, ends, query, access),
    };
    const [page, totalItems] =
      access.kind === 'none'
        ? [{ rows: [], next: null }, 0]
        : await Promise.all([
            readPage(context, range, ends, query, changes, place && after),
            query.count ? countOf(context, range, changes) : undefined,
          ]);
    const items = await toChanges(knex, ends, page.rows);
    return {
      from: toSnapshotRef(beginning.snapshot),
      to: toSnapshotRef(found.snapshot),
      sinceBeginning: beginning.sinceBeginning,
      ...((await areCountsHidden(context, ends, query, access, kinds.people))
        ? { people: null, counts: null }
        : countsFor(query, kinds, items)),
      items,
      ...(query.count && { totalItems }),
      visibility: access.kind,
      pageInfo: {
        nextCursor: nextCursor(query, upTo, page.next && [from, ...page.next]),
      },
    };
  });
}

/** The transitions of the kinds that are asked for, in the order of the list. */
function listedOf({ transitions }: Kinds, query: Query): Kinds['transitions'] {
  const kinds = query.kind ?? [];
  const asked =
    kinds.length > 0
      ? transitions.filter(({ kind }) => kinds.includes(kind))
      : transitions;
  return query.sort === 'kind' && query.order === 'desc'
    ? asked.map(one => ({ ...one, rank: 0 - one.rank })).reverse()
    : asked;
}

/** Who of those counted is listed: whom the caller may see, and whom the text finds. Null is everybody. */
function listedCondition(
  knex: ChangesContext['knex'],
  ends: Ends,
  { q }: Query,
  access: PeopleAccess,
): AllowedCondition | null {
  const conditions = [
    ...(access.kind === 'some'
      ? [allowedChanges(knex, ends, access.criteria)]
      : []),
    ...(q ? [namedChanges(knex, ends, q)] : []),
  ];
  return conditions.length === 0
    ? null
    : query => conditions.forEach(condition => query.andWhere(condition));
}

async function readPage(
  { knex }: ChangesContext,
  range: ChangeRange,
  ends: Ends,
  { sort, order = naturalOrders.changes[sort], limit }: Query,
  changes: ChangesListed & { listed: Kinds['transitions'] },
  after: (string | number)[] | null,
): Promise<{ rows: ListedChange[]; next: (string | number)[] | null }> {
  const page = { order, after: after as ChangePlaceBy | null, limit };
  switch (sort) {
    case 'name':
      return readChangesByName(knex, range, ends, changes, page);
    case 'at':
      return readChangesByTime(knex, range, changes, page);
    default:
      return readChanges(knex, range, {
        ...changes,
        listed: transitionsOfPage(
          changes.listed,
          changes.allowed ? Infinity : limit,
          after && Number(after[0]),
        ),
        after: after as ChangePlace | null,
        limit,
      });
  }
}

/** How many are listed; the counts tell it where everybody is. */
async function countOf(
  { knex }: ChangesContext,
  range: ChangeRange,
  changes: ChangesListed,
): Promise<number> {
  return changes.allowed
    ? countListedChanges(knex, range, changes)
    : changes.listed.reduce((total, { people }) => total + people, 0);
}

/** Of one person, only what the caller may see of them is counted. */
function countsFor(
  query: Query,
  { people, counts }: Kinds,
  items: Change[],
): Pick<Kinds, 'people' | 'counts'> {
  if (query.person === undefined) {
    return { people, counts };
  }
  const seen = noCounts();
  for (const { kind } of items) {
    seen[kind] += 1;
  }
  return { people: items.length, counts: seen };
}

function noCounts(): Kinds['counts'] {
  return Object.fromEntries(
    changeKinds.map(kind => [kind, 0]),
  ) as Kinds['counts'];
}

function nothing({ count }: Query, access: PeopleAccess): Changes {
  return {
    from: null,
    to: null,
    sinceBeginning: false,
    people: 0,
    counts: noCounts(),
    items: [],
    ...(count && { totalItems: 0 }),
    visibility: access.kind,
    pageInfo: { nextCursor: null },
  };
}
