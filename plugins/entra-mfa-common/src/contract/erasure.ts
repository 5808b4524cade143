import { z } from 'zod';
import { instantSchema } from './shared';
import { command } from './Route';

/** The body of `POST /v1/people/{tenant}/{id}/erase`. @public */
export const erasePersonSchema = z.object({
  /** Why, such as the number of a request. It stays on record, and must not name the person. */
  reason: z.string().trim().min(1).max(1000),
});

/** The answer of `POST /v1/people/{tenant}/{id}/erase`. @public */
export const personErasedSchema = z.object({
  tenant: z.string(),
  /** The Entra object id. */
  id: z.string(),
  erasedAt: instantSchema,
});

/** That a person was erased. @public */
export const erasureSchema = z.object({
  at: instantSchema,
  /** By whom, the entity ref of a user, and why: for who may erase. */
  by: z.string().optional(),
  reason: z.string().optional(),
});

/** See `personErasedSchema`. @public */
export type PersonErased = z.infer<typeof personErasedSchema>;
/** See `erasureSchema`. @public */
export type Erasure = z.infer<typeof erasureSchema>;

export const erasePerson = command('erasePerson', {
  summary: 'Erase somebody who has left: name and methods go, counts stay',
  params: z.object({ tenant: z.string(), id: z.string().max(64) }),
  body: erasePersonSchema,
  response: personErasedSchema,
});
