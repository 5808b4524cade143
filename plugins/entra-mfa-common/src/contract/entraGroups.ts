import { z } from 'zod';
import { entraGroupKinds, entraGroupSorts } from '../lists';
import { enumOf } from './enumOf';
import {
  atQuerySchema,
  countQuerySchema,
  coverageFigureSchema,
  pageInfoSchema,
  pageQuerySchema,
  snapshotRefSchema,
  sortOrderSchema,
  totalItemsSchema,
} from './shared';
import { json } from './Route';

const count = z.number().int().nonnegative();

/** What a group of the tenant is called. @public */
export const entraGroupRefSchema = z.object({
  /** The object id. */
  id: z.string(),
  name: z.string(),
  kind: enumOf(entraGroupKinds),
});

/**
 * A group of the tenant with the people who are in it or in a group inside it, each once. `people` is the length of the
 * list of people with the filter `group`.
 *
 * @public
 */
export const entraGroupSummarySchema = entraGroupRefSchema.extend({
  people: count,
  coverage: coverageFigureSchema,
  unknown: count,
  exempt: count,
  /** Groups inside it that are not read, so that who is only there is missing. */
  notRead: count,
});

/** `GET /v1/entra-groups`. @public */
export const entraGroupsQuerySchema = atQuerySchema
  .extend(pageQuerySchema.shape)
  .extend({
    /** Part of the name, without regard to case and diacritics. */
    q: z.string().max(200).optional(),
    sort: enumOf(entraGroupSorts).default('short'),
    order: sortOrderSchema,
    count: countQuerySchema,
  });

/** The answer of `GET /v1/entra-groups`. @public */
export const entraGroupsSchema = z.object({
  /** Null until the first sync has published. */
  snapshot: snapshotRefSchema.nullable(),
  /**
   * Whether there are figures by group: `off` where the configuration has none read, `not-read` where it has and none
   * were read yet, or may not be.
   */
  status: enumOf(['read', 'not-read', 'off']),
  targetPermille: z.number().int(),
  items: z.array(entraGroupSummarySchema),
  totalItems: totalItemsSchema,
  pageInfo: pageInfoSchema,
});

/** A group that a person is in: as a direct member, or through a group inside it. @public */
export const groupOfPersonSchema = entraGroupRefSchema.extend({
  direct: z.boolean(),
});

/** See `entraGroupRefSchema`. @public */
export type EntraGroupRef = z.infer<typeof entraGroupRefSchema>;
/** See `entraGroupSummarySchema`. @public */
export type EntraGroupSummary = z.infer<typeof entraGroupSummarySchema>;
/** See `entraGroupsSchema`. @public */
export type EntraGroups = z.infer<typeof entraGroupsSchema>;
/** See `groupOfPersonSchema`. @public */
export type GroupOfPerson = z.infer<typeof groupOfPersonSchema>;

export const getEntraGroups = json('getEntraGroups', {
  summary: 'Groups of the tenant with the coverage of the people in them',
  query: entraGroupsQuerySchema,
  response: entraGroupsSchema,
});
