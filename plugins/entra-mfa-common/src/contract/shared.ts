import { z } from 'zod';
import { dataSetSchema } from './dataSets';
import { enumOf } from './enumOf';
import {
  bases,
  personMarks,
  personStates,
  scopeClasses,
  stateReasons,
} from '../states';
import { phoneDeliveries } from '../phoneDelivery';
import { problemCodes } from '../problemCodes';
import { sortOrders } from '../lists';
import { tiers } from '../tiers';

const count = z.number().int().nonnegative();

/** A point in time, ISO 8601 in UTC. @public */
export const instantSchema = z.iso.datetime({ offset: true });

/** A catalog entity ref in its full, lower-case form. @public */
export const entityRefSchema = z.string().regex(/^[^:/]+:[^:/]+\/[^:/]+$/);

/** See `personStates`. @public */
export const stateSchema = enumOf(personStates);
/** See `stateReasons`. @public */
export const reasonSchema = enumOf(stateReasons);
/** See `scopeClasses`. @public */
export const scopeClassSchema = enumOf(scopeClasses);
/** See `tiers`. @public */
export const tierSchema = enumOf(tiers);
/** See `bases`. @public */
export const basisSchema = enumOf(bases);
/** See `personMarks`. @public */
export const markSchema = enumOf(personMarks);

/** How many people meet the end of Microsoft's SMS and voice on which day, earliest first. @public */
export const phoneEndsSchema = z.array(z.object({ date: z.iso.date(), count }));

/** See `coverageOf`. While the data is stale, `met` is null: no target counts as met. @public */
export const coverageFigureSchema = z.object({
  covered: count,
  uncovered: count,
  permille: z.number().int().min(0).max(1000).nullable(),
  short: count,
  met: z.boolean().nullable(),
});

/**
 * One line of counts: for a tenant, for a team with its sub-teams, or for a team's own members.
 * The states add up to `people`; so do the tiers with `noTier`. Methods may add up to more, because
 * a person can have several. `tiers`, `methods` and `marks` are over people in scope.
 *
 * @public
 */
export const countsSchema = z.object({
  people: count,
  states: z.record(stateSchema, count),
  reasons: z.array(
    z.object({ state: stateSchema, reason: reasonSchema, count }),
  ),
  inScope: count,
  registered: count,
  capable: count,
  registeredNotCapable: count,
  tiers: z.record(tierSchema, count),
  /** People in scope of whom no report row is known. */
  noTier: count,
  methods: z.array(z.object({ method: z.string(), tier: tierSchema, count })),
  marks: z.partialRecord(markSchema, count),
  /** People at risk who are uncovered; 0 in snapshots of earlier versions. */
  atRiskUncovered: count,
  /** Of people with only a phone; nothing where nothing ends, and in snapshots of earlier versions. */
  phoneEnds: phoneEndsSchema,
  notInCatalog: count,
});

/** Counts with what follows from them and the target. @public */
export const assessedCountsSchema = countsSchema.extend({
  /** On the configured basis, against the target. */
  coverage: coverageFigureSchema,
  /** On either basis, so that both can be shown side by side. */
  bases: z.object({
    registered: coverageFigureSchema,
    capable: coverageFigureSchema,
  }),
});

/** A failure told to a reader: what is wrong, and what to do about it. @public */
export const problemSchema = z.object({
  /** See `problemCodes`. */
  code: enumOf(problemCodes),
  message: z.string(),
  action: z.string(),
  dataSet: dataSetSchema.nullable(),
  since: instantSchema.nullable(),
});

/** Where a running sync is. @public */
export const progressSchema = z.object({
  run: count,
  startedAt: instantSchema,
  dataSet: dataSetSchema.nullable(),
  pages: count,
  rows: count,
  /** Rows expected of this data set, from the last complete run or from how many people there are; null where nothing tells. */
  expectedRows: count.nullable(),
  /** People of the directory that were read so far. */
  people: count,
  /** How many people there are to be read; null where nothing tells. */
  expectedPeople: count.nullable(),
  /**
   * How long the reads will still take, from what was measured of this data set and from the report's
   * pace; before the report has begun, at the least. 0 when everything is read and people are assessed; null
   * where nothing tells.
   */
  secondsLeft: count.nullable(),
  waitedMs: count,
});

/**
 * Why figures are stale.
 *
 * - `not-read`: no sync has completed for longer than the limit
 * - `report-old`: Microsoft has not refreshed the report that was read for longer than the limit
 * - `disconnected`: nothing is read of the tenant any more
 *
 * @public
 */
export const staleCauseSchema = enumOf([
  'not-read',
  'report-old',
  'disconnected',
]);

/** How fresh the figures are, by both clocks. @public */
export const freshnessSchema = z.object({
  /** When this portal read the directory and the report. */
  readAt: instantSchema.nullable(),
  /** When Microsoft refreshed the report: the time of its median row, which can be 36 hours behind. */
  reportRefreshedAt: instantSchema.nullable(),
  /** Whether there is any of `staleCauses`. */
  stale: z.boolean(),
  staleCauses: z.array(staleCauseSchema),
  /** After how long without a complete read figures are stale. */
  staleAfterSeconds: count,
  /** How old the report may be. */
  reportStaleAfterSeconds: count,
  /**
   * Present where the figures were made from the methods of each person, since Microsoft gives no report without Entra
   * ID P1: whether the methods policy allows a method, and so who is capable, is not known then.
   */
  fromMethods: z.literal(true).optional(),
  nextReadAt: instantSchema.nullable(),
  health: enumOf([
    'healthy',
    'needs-attention',
    'first-run',
    'not-configured',
    'disconnected',
  ]),
  problems: z.array(problemSchema),
  progress: progressSchema.nullable(),
});

/** A tenant: its id, the name that the directory gives it, and what its cloud and settings decide. @public */
export const tenantRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Microsoft's page where its people register their own methods. */
  securityInfoUrl: z.url(),
  /** Whether Microsoft's SMS and voice end there; where not, nothing counts down. */
  phoneDelivery: enumOf(phoneDeliveries),
  /** Since when nothing is read of it any more: its figures are of the past. Left out while it is read. */
  disconnectedAt: instantSchema.optional(),
});

/** The published snapshot that answered. Numbered without gaps for each tenant. @public */
export const snapshotRefSchema = z.object({
  number: count,
  at: instantSchema,
  rulesVersion: z.string(),
});

/** Which tenant, and as of when. Without `at`, the newest snapshot. @public */
export const atQuerySchema = z.object({
  tenant: z.string().optional(),
  /** Any past date (end of that UTC day) or instant. */
  at: z.union([z.iso.date(), instantSchema]).optional(),
});

/** Which page of a list, and how long. @public */
export const pageQuerySchema = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Where the list goes on; null at its end. @public */
export const pageInfoSchema = z.object({ nextCursor: z.string().nullable() });

/** One point of a trend: what was published at a snapshot. @public */
export const seriesPointSchema = z.object({
  at: instantSchema,
  snapshot: count,
  covered: count,
  uncovered: count,
  permille: z.number().int().nullable(),
  inScope: count,
  /** Of those who are registered, whose every method is a phone. */
  phoneOnly: count,
  rulesVersion: z.string(),
});

/** The direction of a sort; without it the one in `naturalOrders`. @public */
export const sortOrderSchema = enumOf(sortOrders).optional();

/** `true` or `false` in a query. @public */
export const booleanQuerySchema = enumOf(['true', 'false']).transform(
  value => value === 'true',
);

/** Whether to count all that the filter finds, as `totalItems`. @public */
export const countQuerySchema = booleanQuerySchema.default(false);

/**
 * `true` answers as if the caller might see nobody by name: for figures that are shown on to people of whom the API knows
 * nothing. The figures of small teams are kept back then, from a service too.
 *
 * @public
 */
export const withoutNamesQuerySchema = booleanQuerySchema.optional();

/** How many the filter finds for the caller, on all pages; present when asked for with `count=true`. @public */
export const totalItemsSchema = count.optional();

/** See `staleCauseSchema`. @public */
export type StaleCause = z.infer<typeof staleCauseSchema>;
/** See `freshnessSchema`. @public */
export type Freshness = z.infer<typeof freshnessSchema>;
/** See `phoneEndsSchema`. @public */
export type PhoneEnds = z.infer<typeof phoneEndsSchema>;
/** See `tenantRefSchema`. @public */
export type TenantRef = z.infer<typeof tenantRefSchema>;
/** See `problemSchema`. @public */
export type Problem = z.infer<typeof problemSchema>;
/** See `progressSchema`. @public */
export type SyncProgress = z.infer<typeof progressSchema>;
/** See `assessedCountsSchema`. @public */
export type AssessedCounts = z.infer<typeof assessedCountsSchema>;
/** See `seriesPointSchema`. @public */
export type SeriesPoint = z.infer<typeof seriesPointSchema>;
