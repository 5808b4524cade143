import { InputError } from '@backstage/errors';
import { createHash } from 'crypto';
import { z } from 'zod';

const cursorSchema = z.object({
  /** The snapshot that the list is read from; 0 where it has none. */
  s: z.number().int().nonnegative(),
  /** What was asked: a place in one list means nothing in another. */
  q: z.string(),
  /** The place after which it goes on. */
  p: z.array(z.union([z.string(), z.number()])),
});

/** Where a list goes on. */
export interface Place {
  snapshot: number;
  after: (string | number)[];
}

const pageKeys = new Set(['cursor', 'limit', 'count', 'format']);

/** What is asked but the page of it, in a few characters. */
function fingerprint(query: object): string {
  const asked = Object.entries(query)
    .filter(([key, value]) => !pageKeys.has(key) && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(asked))
    .digest('base64url')
    .slice(0, 16);
}

/** Makes the cursor of the next page; null where there is none. */
export function nextCursor(
  query: object,
  snapshot: number,
  next: (string | number)[] | null,
): string | null {
  return (
    next &&
    Buffer.from(
      JSON.stringify({ s: snapshot, q: fingerprint(query), p: next }),
    ).toString('base64url')
  );
}

/**
 * Reads a cursor back; null without one.
 *
 * @param types - what the place is made of
 */
export function placeOfCursor(
  query: { cursor?: string },
  types: readonly ('string' | 'number')[],
): Place | null {
  if (query.cursor === undefined) {
    return null;
  }
  const { s, q, p } = parse(query.cursor);
  if (q !== fingerprint(query)) {
    throw new InputError(
      "Parameter 'cursor' belongs to another filter, sort or date: start again without it",
    );
  }
  // eslint-disable-next-line valid-typeof -- `types` holds nothing but names of types
  const fits = (value: unknown, i: number) => typeof value === types[i];
  if (p.length !== types.length || !p.every(fits)) {
    throw invalid();
  }
  return { snapshot: s, after: p };
}

function parse(cursor: string) {
  try {
    return cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw invalid();
  }
}

function invalid(): InputError {
  return new InputError(
    "Parameter 'cursor' must be the nextCursor of the page before, unchanged: start again without it",
  );
}
