import { z } from 'zod';
import { graphServices } from '../lists';
import { dataSetSchema } from './dataSets';
import { enumOf } from './enumOf';
import { json } from './Route';
import { instantSchema } from './shared';

const count = z.number().int().nonnegative();

/** So many requests in so many seconds. @public */
export const rateSchema = z.object({ requests: count, seconds: count });

/** `GET /v1/tenants/{id}/budget`: what Microsoft allows, and what of it the syncs use. @public */
export const budgetSchema = z.object({
  /** The longest time between two syncs; null where they start by hand. */
  intervalSeconds: count.nullable(),
  dataSets: z.array(
    z.object({
      id: dataSetSchema,
      /** Whose limit counts. */
      service: enumOf(graphServices),
      /** Microsoft's limit; null where it is not a number of requests. */
      limit: rateSchema.nullable(),
      /** What is kept to, below it; null where each request follows the one before. */
      pace: rateSchema.nullable(),
      /** The newest read that came to its end; null where there is none. */
      last: z
        .object({
          run: count,
          startedAt: instantSchema.nullable(),
          pages: count,
          rows: count,
          /** Requests, those that failed too. */
          calls: count,
          waitedSeconds: count,
        })
        .nullable(),
      /** How long a full read of as many pages takes at the least, by the pace; null where there is none. */
      leastSeconds: count.nullable(),
      /** From one read to the next: as long as from one sync to the next, or longer; null where syncs start by hand. */
      everySeconds: count.nullable(),
      /** Requests of the newest read, per mille of those that the limit allows until the next one. */
      usedPermille: count.nullable(),
    }),
  ),
  /** The last 30 days on which runs ended, by the day of their end in UTC, oldest first. */
  days: z.array(
    z.object({
      date: z.iso.date(),
      runs: count,
      calls: count,
      waitedSeconds: count,
    }),
  ),
});

/** See `budgetSchema`. @public */
export type Budget = z.infer<typeof budgetSchema>;

export const getBudget = json('getBudget', {
  summary: 'What Microsoft Graph allows a connection, and what of it syncs use',
  response: budgetSchema,
});
