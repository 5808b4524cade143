import { z } from 'zod';
import { command } from './Route';
import { entityRefSchema, instantSchema } from './shared';

/** The body of `POST /v1/teams/{kind}/{namespace}/{name}/override`. @public */
export const targetOverrideBodySchema = z.object({
  /** Why it goes on. It stays on record, so it is to name nobody. */
  reason: z
    .string()
    .trim()
    .min(1, { message: 'it must say why it goes on' })
    .max(1000, { message: 'it must not be longer than 1,000 characters' }),
  /** What goes on, for who reads the record: a template and its task, a pipeline and its run. */
  purpose: z.string().trim().min(1).max(200),
});

/** The answer of `POST /v1/teams/{kind}/{namespace}/{name}/override`. @public */
export const targetOverrideSchema = z.object({
  team: entityRefSchema,
  by: entityRefSchema,
  at: instantSchema,
});

/** See `targetOverrideSchema`. @public */
export type TargetOverride = z.infer<typeof targetOverrideSchema>;

export const overrideTarget = command('overrideTarget', {
  summary:
    'Put on record why something goes on though a team is not known to meet its target; no figure changes',
  body: targetOverrideBodySchema,
  response: targetOverrideSchema,
});
