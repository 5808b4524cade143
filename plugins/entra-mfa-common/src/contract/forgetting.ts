import { z } from 'zod';
import { forgettingStates } from '../lists';
import { enumOf } from './enumOf';
import { command, json } from './Route';
import { instantSchema } from './shared';

/** That everything of a tenant is to be forgotten, was, or was not after all. @public */
export const forgettingSchema = z.object({
  state: enumOf(forgettingStates),
  /** Entity ref of the user who asked. */
  askedBy: z.string(),
  askedAt: instantSchema,
  reason: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: instantSchema.nullable(),
  /** When it happens; until then it can be stopped. Null before it is approved. */
  dueAt: instantSchema.nullable(),
  /** Null where nobody stopped it, and where a new connection did. */
  stoppedBy: z.string().nullable(),
  stoppedAt: instantSchema.nullable(),
  doneAt: instantSchema.nullable(),
});

/** The answer of `GET /v1/tenants/{id}/forgetting` and of what is done about it. @public */
export const tenantForgettingSchema = z.object({
  tenant: z.string(),
  /** What is typed in to ask for it: the name of the directory, or the tenant's id where none is known. */
  name: z.string(),
  /** The newest request; null where there was none. */
  forgetting: forgettingSchema.nullable(),
  /** Whether the caller asked for it, so that another has to approve. */
  own: z.boolean(),
});

/** The body of `POST /v1/tenants/{id}/forget`. @public */
export const forgetBodySchema = z.object({
  /** See `tenantForgettingSchema`. */
  name: z.string().trim().min(1).max(1000),
  /** Why, such as the number of a request. It stays on record, and must not name anybody who is forgotten. */
  reason: z.string().trim().min(1).max(1000),
});

/** The body of `POST /v1/tenants/{id}/forget/approve`. @public */
export const approveForgettingBodySchema = z.object({
  /** Of the request that was looked at; another one by now is not approved. */
  askedAt: instantSchema,
});

/** See `forgettingSchema`. @public */
export type Forgetting = z.infer<typeof forgettingSchema>;
/** See `tenantForgettingSchema`. @public */
export type TenantForgetting = z.infer<typeof tenantForgettingSchema>;

export const getForgetting = json('getForgetting', {
  summary:
    'Whether everything of a tenant is to be forgotten, and how far that is',
  response: tenantForgettingSchema,
});

export const askForgetting = command('askForgetting', {
  summary: 'Ask that everything of a disconnected tenant is forgotten',
  body: forgetBodySchema,
  response: tenantForgettingSchema,
});

export const approveForgetting = command('approveForgetting', {
  summary: 'Approve what somebody else asked for: it happens a day later',
  body: approveForgettingBodySchema,
  response: tenantForgettingSchema,
});

export const stopForgetting = command('stopForgetting', {
  summary: 'Stop it, as long as it has not begun',
  response: tenantForgettingSchema,
});
