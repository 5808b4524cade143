import { z } from 'zod';
import { checkVerdicts, problemOwners } from '../connectionCheck';
import { dataSetSchema } from './dataSets';
import { enumOf } from './enumOf';
import { command } from './Route';
import { instantSchema, problemSchema } from './shared';

/** What the check found of one data set. @public */
export const checkedDataSetSchema = z.object({
  dataSet: dataSetSchema,
  title: z.string(),
  permission: z.string().nullable(),
  /** See `checkVerdicts`. */
  verdict: enumOf(checkVerdicts),
  /** Null where it works. */
  problem: problemSchema.nullable(),
  /** Who can mend it; null where it works. */
  owner: enumOf(problemOwners).nullable(),
  /** Until when Graph asks to wait, where it is throttled and says so. */
  until: instantSchema.nullable(),
  /** Whether a tenant that is well may lack it. */
  optional: z.boolean(),
  /** Whether the token has the permission: a hint. Null where it names none, or cannot be read. */
  granted: z.boolean().nullable(),
});

/** The answer of `POST /v1/tenants/{id}/check`. @public */
export const connectionCheckSchema = z.object({
  tenant: z.string(),
  checkedAt: instantSchema,
  /** Why nobody could sign in; then no data set was asked for. */
  problem: problemSchema.nullable(),
  owner: enumOf(problemOwners).nullable(),
  dataSets: z.array(checkedDataSetSchema),
  /** The application permissions in the token; null where it cannot be read. */
  roles: z.array(z.string()).nullable(),
  /** Those of them that no data set needs, those that can write first. */
  moreThanNeeded: z.array(
    z.object({
      permission: z.string(),
      /** Whether it allows more than to read. */
      writes: z.boolean(),
    }),
  ),
});

/** See `checkedDataSetSchema`. @public */
export type CheckedDataSet = z.infer<typeof checkedDataSetSchema>;
/** See `connectionCheckSchema`. @public */
export type ConnectionCheck = z.infer<typeof connectionCheckSchema>;

export const checkConnection = command('checkConnection', {
  summary: 'Ask Graph once for each data set, and say what works',
  response: connectionCheckSchema,
});
