import { z } from 'zod';
import { breakGlassFindingSchema } from './breakGlass';
import { enumOf } from './enumOf';
import { personSchema } from './people';
import { atQuerySchema, snapshotRefSchema, tenantRefSchema } from './shared';
import { teamSummarySchema } from './teams';
import { json } from './Route';

const count = z.number().int().nonnegative();

/**
 * `GET /v1/mine`: what is the caller's own: their state, the teams that they lead, and what waits for them.
 * What the caller may not see is null, so that a page need not ask whether they may.
 *
 * @public
 */
export const mineSchema = z.object({
  /** Null until the first sync has published. */
  snapshot: snapshotRefSchema.nullable(),
  /** Whether the caller sees all people by name, those of some teams or rules, or nobody. */
  visibility: enumOf(['all', 'some', 'none']),
  /**
   * The caller as assessed, in the first tenant that knows them. Null where none does, where they may not see
   * themselves, and of a past day.
   */
  me: z.object({ person: personSchema, tenant: tenantRefSchema }).nullable(),
  /** The day that the organization has set (`entraMfa.targetDate`). */
  targetDate: z.iso.date().nullable(),
  /**
   * The teams that the caller leads, themselves or by a group that they are in, with their sub-teams; without
   * those whose parent they lead too. Most people short first.
   */
  teams: z.array(teamSummarySchema),
  /** As in the list of teams. */
  hideBelow: count,
  /** Requests of others for an exception; null for who may not decide, and of a past day. */
  requests: count.nullable(),
  /** Open access reviews with people on whom the caller was asked to decide; those that are due first. */
  reviews: z.array(
    z.object({
      number: count,
      title: z.string(),
      /** Without a decision. */
      open: count,
      dueOn: z.iso.date().nullable(),
      /** From today on (UTC); less than none where that day has passed. */
      daysLeft: z.number().int().nullable(),
    }),
  ),
  /** Of the register of break-glass accounts; null for who does not see everybody by name, and of a past day. */
  breakGlass: z
    .object({ configured: count, findings: z.array(breakGlassFindingSchema) })
    .nullable(),
});

/** See `mineSchema`. @public */
export type Mine = z.infer<typeof mineSchema>;

export const getMine = json('getMine', {
  summary: "The caller's own state, the teams that they lead, what waits",
  query: atQuerySchema,
  response: mineSchema,
});
