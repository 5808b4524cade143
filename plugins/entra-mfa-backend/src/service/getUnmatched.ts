import type { Unmatched } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readUnmatched } from '../store/read/readUnmatched';
import { nextCursor, placeOfCursor } from './cursor';
import { toSnapshotRef } from './figures';
import type { QueryOf, ReadContext } from './types';

/** A page of catalog users who are nobody in Entra, or of report rows that belong to nobody. */
export async function getUnmatched(
  { knex, snapshots }: ReadContext,
  query: QueryOf<'getUnmatched'>,
): Promise<Unmatched> {
  const place = placeOfCursor(query, ['text']);
  const asOf = { ...query, snapshot: place?.snapshot };
  return snapshots.read(asOf, async found => {
    if (!found) {
      return { snapshot: null, items: [], pageInfo: { nextCursor: null } };
    }
    const { rows, next } = await readUnmatched(knex, found.view, query.kind, {
      after: place && String(place.after[0]),
      limit: query.limit,
    });
    return {
      snapshot: toSnapshotRef(found.snapshot),
      items: rows.map(row => ({
        kind: row.kind,
        key: row.unmatched_key,
        label: row.label,
      })),
      pageInfo: {
        nextCursor: nextCursor(
          query,
          found.view.snapshot,
          next === null ? null : [next],
        ),
      },
    };
  });
}
