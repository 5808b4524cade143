import type { Collection, Row } from '../tenant/collection';
import type { ListQuery } from './query';
import { readPageToken, writePageToken } from './pageToken';

/** How long a page token is good for. */
export type PageRules = { time: number; tokenLifetime: number };

/** One page of a collection, as Graph sends it. */
export function listBody(
  collection: Collection,
  query: ListQuery,
  page: PageRules & { origin: string; path: string; context: string },
): Row {
  const from = query.skipToken
    ? readPageToken(query.skipToken, page.time, page.tokenLifetime)
    : { position: 0, page: 1 };
  const value: Row[] = [];
  let position = from.position;
  while (position < collection.positions && value.length < query.top) {
    const row = collection.row(position++);
    if (row && (!query.test || query.test(row))) {
      value.push(project(row, query));
    }
  }
  const columns = query.select ? `(${query.select.join(',')})` : '';
  return {
    '@odata.context': `${page.origin}/v1.0/$metadata#${page.context}${columns}`,
    ...(query.count &&
      !query.skipToken && { '@odata.count': countRows(collection, query) }),
    ...(hasMore(collection, position, query) && {
      '@odata.nextLink': nextLink(query, page, {
        position,
        page: from.page + 1,
        issuedAt: page.time,
      }),
    }),
    value,
  };
}

/** A link is given only when a row follows, so that the last page is known to be the last. */
function hasMore(
  collection: Collection,
  from: number,
  { test }: ListQuery,
): boolean {
  for (let position = from; position < collection.positions; position++) {
    const row = collection.row(position);
    if (row && (!test || test(row))) {
      return true;
    }
  }
  return false;
}

/** How many rows a list has, over all its pages. */
export function countRows(collection: Collection, { test }: ListQuery): number {
  let count = 0;
  for (let position = 0; position < collection.positions; position++) {
    const row = collection.row(position);
    if (row && (!test || test(row))) {
      count++;
    }
  }
  return count;
}

/** A row with what is selected of it. */
export function project(row: Row, { select, expand }: ListQuery): Row {
  if (!select) {
    return row;
  }
  const projected: Row = {};
  const expanded = expand?.replace(/\(.*/, '');
  for (const name of Object.keys(row)) {
    if (
      name === 'id' ||
      name === expanded ||
      name.includes('@') ||
      select.includes(name)
    ) {
      projected[name] = row[name];
    }
  }
  return projected;
}

function nextLink(
  query: ListQuery,
  { origin, path }: { origin: string; path: string },
  token: { position: number; page: number; issuedAt: number },
): string {
  const options = [
    `$top=${query.top}`,
    query.select && `$select=${query.select.join(',')}`,
    query.expand && `$expand=${encodeURIComponent(query.expand)}`,
    query.filter && `$filter=${encodeURIComponent(query.filter)}`,
    query.count && '$count=true',
    `$skiptoken=${writePageToken(token)}`,
  ].filter(Boolean);
  return `${origin}${path}?${options.join('&')}`;
}
