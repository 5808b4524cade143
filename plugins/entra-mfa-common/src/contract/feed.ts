import { z } from 'zod';
import { feedClasses } from '../feed';
import { enumOf } from './enumOf';
import { feed } from './Route';
import { atQuerySchema, booleanQuerySchema } from './shared';

/** `GET /v1/feed/{class}`. @public */
export const feedQuerySchema = atQuerySchema.extend({
  /**
   * The number of a snapshot: what changed after it. Without it, everybody, and of changes all that are on
   * record.
   */
  since: z.coerce.number().int().nonnegative().optional(),
  /** Names, ids and refs in place of pseudonyms; needs a permission of its own. */
  names: booleanQuerySchema.default(false),
});

export const getFeed = feed('getFeed', {
  summary:
    'A feed for a SIEM or a warehouse: OCSF events, one JSON object on each line, under pseudonyms or with names',
  params: z.object({ class: enumOf(feedClasses) }),
  query: feedQuerySchema,
});
