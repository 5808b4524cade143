import { z } from 'zod';
import { storageGroups } from '../lists';
import { enumOf } from './enumOf';
import { json } from './Route';

const count = z.number().int().nonnegative();

/** `GET /v1/storage`: how much is kept, of all tenants together, and for how long. @public */
export const storageSchema = z.object({
  /** Whether rows are what the database estimates, and not counted one by one. */
  estimated: z.boolean(),
  groups: z.array(
    z.object({
      id: enumOf(storageGroups),
      rows: count,
      /** With indexes; null where the database does not tell, or only by reading all of it. */
      bytes: count.nullable(),
      /** For how many days it is kept after it was replaced; null for what stays. */
      keptDays: count.nullable(),
      tables: z.array(
        z.object({
          name: z.string(),
          rows: count,
          bytes: count.nullable(),
        }),
      ),
    }),
  ),
});

/** See `storageSchema`. @public */
export type Storage = z.infer<typeof storageSchema>;

export const getStorage = json('getStorage', {
  summary: 'How many rows and bytes are kept, and for how long',
  response: storageSchema,
});
