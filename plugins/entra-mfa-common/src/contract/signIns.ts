import { z } from 'zod';
import { signInKinds } from '../lists';
import { enumOf } from './enumOf';

/** When a person signed in last, as it was read last. @public */
export const lastSignInSchema = z.object({
  /** Null where they never did, or before Microsoft kept it. */
  day: z.iso.date().nullable(),
  /** Null where `day` is. */
  kind: enumOf(signInKinds).nullable(),
});

/** See `lastSignInSchema`. @public */
export type LastSignIn = z.infer<typeof lastSignInSchema>;
