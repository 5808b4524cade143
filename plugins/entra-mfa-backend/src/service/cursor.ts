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

/**
 * What a place is made of, as far as a database can compare with it. A cursor can be forged, and what
 * does not fit its column would be a failure of ours.
 */
const partSchemas = {
  text: z.string().refine(value => !value.includes('\0')),
  /** Of a column of two bytes. */
  rank: z.number().int().min(-32_768).max(32_767),
  integer: z.int32(),
  /** Milliseconds that a Date can hold. */
  instant: z.number().int().min(0).max(8.64e15),
};

/** What one part of a place is. */
export type PlacePart = keyof typeof partSchemas;

/** Where a list goes on. */
export interface Place {
  snapshot: number;
  after: (string | number)[];
}

/** What a list may be asked without being another list: which page, and what is counted beside it. */
export const pageKeys: ReadonlySet<string> = new Set([
  'cursor',
  'limit',
  'count',
  'facets',
]);

/** What is asked but the page of it, in a few characters. */
export function fingerprint(query: object): string {
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
 * @param parts - what the place is made of
 */
export function placeOfCursor(
  query: { cursor?: string },
  parts: readonly PlacePart[],
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
  const fits = (value: unknown, i: number) =>
    partSchemas[parts[i]].safeParse(value).success;
  if (p.length !== parts.length || !p.every(fits)) {
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
