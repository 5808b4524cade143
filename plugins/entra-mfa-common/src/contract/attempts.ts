import { z } from 'zod';
import { attemptFeatures } from '../lists';
import { enumOf } from './enumOf';
import { json } from './Route';
import { atQuerySchema, instantSchema } from './shared';

const count = z.number().int().nonnegative();

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

const peopleWhoTriedSchema = z.object({
  /** People who tried at all. */
  tried: count,
  /** Of them, who registered a method that can be a second factor, or reset their password. */
  managed: count,
});

/** `GET /v1/attempts`: who tried to register or to reset a password in 30 days, in numbers. @public */
export const registrationAttemptsSchema = z.object({
  /** The 30 days before the snapshot; null where what people tried was not read. */
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  registration: peopleWhoTriedSchema,
  reset: peopleWhoTriedSchema,
  /** By method, as often as it was tried. */
  methods: z.array(
    z.object({
      feature: enumOf(attemptFeatures),
      /** As Microsoft names it. */
      method: z.string(),
      succeeded: count,
      failed: count,
      /** Why it failed most often, in the words of Microsoft; at most three. */
      reasons: z.array(z.object({ reason: z.string(), count })),
    }),
  ),
});

/** See `registrationAttemptsSchema`. @public */
export type RegistrationAttempts = z.infer<typeof registrationAttemptsSchema>;

export const getAttempts = json('getAttempts', {
  summary:
    'Who tried to register or to reset a password in 30 days, in numbers',
  query: atQuerySchema,
  response: registrationAttemptsSchema,
});
