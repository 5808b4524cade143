import { z } from 'zod';
import { holdOutcomes } from '../lists';
import { enumOf } from './enumOf';
import { instantSchema, pageInfoSchema, pageQuerySchema } from './shared';
import { command, json } from './Route';

const count = z.number().int().nonnegative();

/** A figure before a fall, or after it. @public */
export const heldFigureSchema = z.object({
  covered: count,
  uncovered: count,
  permille: z.number().int().min(0).max(1000).nullable(),
});

/**
 * A sudden fall of the tenant's figure, or of what it is made of, that is not published: the figure
 * before it stays, with its date, until somebody releases it, the figure comes back, or a second reading
 * agrees.
 *
 * @public
 */
export const publicationHoldSchema = z.object({
  /** The run that found it; a release names it. */
  run: count,
  /** Since when the figure is held, and when a run found these figures. */
  since: instantSchema,
  foundAt: instantSchema,
  /** Of the people who counted when it was published, and who are still in the directory. */
  from: heldFigureSchema,
  /** What they come to in the runs since then. Who is not known any more counts as not registered. */
  to: heldFigureSchema,
  /** How many people make the fall: covered no more, or come into scope and not covered. */
  people: count,
  /** When it was released: the next sync publishes then. Null while nobody has. */
  releasedAt: instantSchema.nullable(),
  /** Readings that lost many of their rows at once and are doubted; absent where the figure itself fell. */
  dataSets: z
    .array(
      z.object({
        dataSet: z.string(),
        title: z.string(),
        /** How many rows there were, or how many Graph counts. */
        before: count,
        rows: count,
      }),
    )
    .optional(),
});

/** `GET /v1/tenants/{id}/holds`, the newest first. @public */
export const holdsQuerySchema = pageQuerySchema;

/** The answer of `GET /v1/tenants/{id}/holds`. @public */
export const holdsSchema = z.object({
  items: z.array(
    publicationHoldSchema.extend({
      outcome: enumOf(holdOutcomes),
      /** Entity ref of the user who released it, and why. */
      releasedBy: z.string().nullable(),
      reason: z.string().nullable(),
      closedAt: instantSchema.nullable(),
    }),
  ),
  pageInfo: pageInfoSchema,
});

/** The body of `POST /v1/tenants/{id}/release`. @public */
export const releaseBodySchema = z.object({
  /** Why the fall is believed. It stays on record. */
  reason: z.string().trim().min(1).max(1000),
  /** What was looked at, see `publicationHoldSchema`; another one by now is not released. */
  run: count.optional(),
});

/** `POST /v1/tenants/{id}/release`: the next sync publishes the figure. @public */
export const releaseAcceptedSchema = z.object({
  tenant: z.string(),
  run: count,
  releasedAt: instantSchema,
  /** Whether a sync was started for it; else one is under way, and the one after it publishes. */
  syncStarted: z.boolean(),
});

/** See `publicationHoldSchema`. @public */
export type PublicationHold = z.infer<typeof publicationHoldSchema>;
/** See `holdsSchema`. @public */
export type Holds = z.infer<typeof holdsSchema>;
/** See `releaseAcceptedSchema`. @public */
export type ReleaseAccepted = z.infer<typeof releaseAcceptedSchema>;

export const getHolds = json('getHolds', {
  summary: 'Sudden falls that were held, and who released them',
  query: holdsQuerySchema,
  response: holdsSchema,
});

export const releaseHold = command('releaseHold', {
  summary: 'Release a held figure: the next sync publishes it',
  body: releaseBodySchema,
  response: releaseAcceptedSchema,
});
