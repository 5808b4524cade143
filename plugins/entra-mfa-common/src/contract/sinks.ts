import { z } from 'zod';
import { evidenceSinkStates } from '../lists';
import { enumOf } from './enumOf';
import { json } from './Route';
import { instantSchema } from './shared';

const count = z.number().int().nonnegative();

/** A platform to which evidence of a tenant is pushed, and how that goes. @public */
export const evidenceSinkSchema = z.object({
  /** Of the module that adds it: `vanta`. */
  id: z.string(),
  /** What people call it. */
  title: z.string(),
  tenant: z.string(),
  state: enumOf(evidenceSinkStates),
  /** What it has: null before it has taken something. */
  taken: z
    .object({ snapshot: count, people: count, at: instantSchema })
    .nullable(),
  /** When it was tried last; null before that. */
  triedAt: instantSchema.nullable(),
  /** Why something was not taken, and what to do; empty where nothing failed. */
  problems: z.array(z.string()),
  /** How many reports of approved assessments it has. */
  documents: count,
});

/** `GET /v1/sinks`: where evidence is pushed to, of all tenants. @public */
export const evidenceSinksSchema = z.object({
  items: z.array(evidenceSinkSchema),
});

/** See `evidenceSinkSchema`. @public */
export type EvidenceSink = z.infer<typeof evidenceSinkSchema>;

/** See `evidenceSinksSchema`. @public */
export type EvidenceSinks = z.infer<typeof evidenceSinksSchema>;

export const getSinks = json('getSinks', {
  summary: 'Where evidence is pushed to, and how that goes',
  response: evidenceSinksSchema,
});
