import type { Collection, Row } from '../tenant/collection';
import { graphErrors } from './GraphError';
import { project, type PageRules } from './listBody';
import type { ListQuery } from './query';

const WEEK = 7 * 24 * 3_600_000;

/** What a link of a round remembers: since when changes are told, until when, and where the round goes on. */
type Place = {
  since: number | null;
  until: number;
  position: number;
  page: number;
};

const write = (numbers: readonly (number | '')[]) =>
  Buffer.from(numbers.join('.')).toString('base64url');

/**
 * One page of what differs. The link of the last page leads to what differs from then on; it is good for a week, after
 * which everything must be read again.
 */
export function deltaBody(
  changes: (between: { since: number | null; until: number }) => Collection,
  query: ListQuery,
  page: PageRules & { origin: string; path: string; context: string },
): Row {
  const place = placeOf(query, page);
  const collection = changes(place);
  const value: Row[] = [];
  let { position } = place;
  while (position < collection.positions && value.length < query.top) {
    const row = collection.row(position++);
    if (row) {
      value.push(project(row, query));
    }
  }
  const columns = query.select ? `(${query.select.join(',')})` : '';
  const link = (token: string) =>
    `${page.origin}${page.path}?${
      query.select ? `$select=${query.select.join(',')}&` : ''
    }${token}`;
  return {
    '@odata.context': `${page.origin}/v1.0/$metadata#${page.context}${columns}`,
    ...(position < collection.positions
      ? {
          '@odata.nextLink': link(
            `$skiptoken=${write([
              position,
              place.page + 1,
              page.time,
              place.until,
              place.since ?? '',
            ])}`,
          ),
        }
      : { '@odata.deltaLink': link(`$deltatoken=${write([place.until])}`) }),
    value,
  };
}

function placeOf(
  { skipToken, deltaToken }: ListQuery,
  { time, tokenLifetime }: PageRules,
): Place {
  if (deltaToken) {
    const [since] = read(deltaToken);
    if (time - since > WEEK) {
      throw graphErrors.syncStateNotFound();
    }
    return { since, until: time, position: 0, page: 1 };
  }
  if (!skipToken) {
    return { since: null, until: time, position: 0, page: 1 };
  }
  const [position, page, issuedAt, until, since = null] = read(skipToken);
  if (Math.abs(time - issuedAt) > tokenLifetime) {
    throw graphErrors.expiredPageToken();
  }
  return { since, until, position, page };
}

function read(token: string): number[] {
  const text = Buffer.from(token, 'base64url').toString();
  if (!/^\d+(\.\d+)*\.?$/.test(text)) {
    throw graphErrors.badRequest('Sync token is not valid.');
  }
  return text.split('.').filter(Boolean).map(Number);
}
