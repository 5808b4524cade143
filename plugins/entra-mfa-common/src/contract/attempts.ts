import { z } from 'zod';
import { attemptFeatures } from '../lists';
import { enumOf } from './enumOf';
import { instantSchema } from './shared';

/** That somebody registered a method, reset the password with one, or tried to. @public */
export const attemptSchema = z.object({
  at: instantSchema,
  feature: enumOf(attemptFeatures),
  /** As Microsoft names it. */
  method: z.string(),
  success: z.boolean(),
  /** Why it failed, in the words of Microsoft; null where it did not, or Microsoft does not say. */
  reason: z.string().nullable(),
});

/** See `attemptSchema`. @public */
export type Attempt = z.infer<typeof attemptSchema>;
