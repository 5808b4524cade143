import { z } from 'zod';
import { credentialKinds } from '../credentials';
import { collectorOutcomes } from '../lists';
import { dataSetSchema } from './dataSets';
import { enumOf } from './enumOf';
import {
  atQuerySchema,
  basisSchema,
  freshnessSchema,
  instantSchema,
  pageInfoSchema,
  pageQuerySchema,
  problemSchema,
  tenantRefSchema,
} from './shared';
import { command, json } from './Route';

const count = z.number().int().nonnegative();

/** What one collector did in one run. No licence or no permission is `skipped`, never zero rows. @public */
export const collectorRunSchema = z.object({
  dataSet: dataSetSchema,
  outcome: enumOf(collectorOutcomes),
  problem: problemSchema.nullable(),
  pages: count,
  rows: count,
  added: count,
  changed: count,
  removed: count,
  calls: count,
  waitedMs: count,
  /** Graph's request ids of failed calls, for Microsoft support. */
  requestIds: z.array(z.string()),
});

/** One sync of one tenant. @public */
export const runSchema = z.object({
  tenant: z.string(),
  number: count,
  state: enumOf(['running', 'published', 'failed', 'overtaken']),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  /** The snapshot that the run published. */
  snapshot: count.nullable(),
  problem: problemSchema.nullable(),
  collectors: z.array(collectorRunSchema),
});

/** `GET /v1/runs`, newest first; with `at`, those that had started by then. @public */
export const runsQuerySchema = atQuerySchema.extend(pageQuerySchema.shape);
/** The answer of `GET /v1/runs`. @public */
export const runsSchema = z.object({
  items: z.array(runSchema),
  pageInfo: pageInfoSchema,
});

/** `GET /v1/tenants`: what is configured, and what each data set needs. @public */
export const tenantsSchema = z.object({
  items: z.array(
    tenantRefSchema.extend({
      /** The app that reads; null for who may not start a sync. */
      clientId: z.string().nullable(),
      /**
       * Microsoft's page where an administrator consents to what the app asks for. Null for who may
       * not start a sync, and where another authority than Microsoft's signs in.
       */
      consentUrl: z.url().nullable(),
      /** With what the app signs in; null for who may not start a sync. */
      credential: z
        .object({
          kind: enumOf(credentialKinds),
          /** Null where it does not end, or nobody knows. */
          endsAt: instantSchema.nullable(),
          /** Within how many days it ends; 0 after its end, null while it is far. See `CredentialWarning`. */
          warning: z
            .union([z.literal(30), z.literal(14), z.literal(3), z.literal(0)])
            .nullable(),
        })
        .nullable(),
      freshness: freshnessSchema,
    }),
  ),
  dataSets: z.array(
    z.object({
      id: dataSetSchema,
      title: z.string(),
      source: enumOf(['graph', 'catalog']),
      endpoint: z.string(),
      permission: z.string().nullable(),
      licence: z.string().nullable(),
      why: z.string(),
    }),
  ),
});

/** `POST /v1/tenants/{id}/sync`: accepted; follow it in `GET /v1/runs`. @public */
export const syncAcceptedSchema = z.object({ tenant: z.string() });

/**
 * `GET /v1/entity-status`: the state of every tagged entity, for services. What
 * `entraMfa.exposure` keeps back is not in it, nor is any user for a service that may not read people.
 *
 * @public
 */
export const entityStatusSchema = z.object({
  /** Changes whenever an item does; also the ETag. */
  version: z.string(),
  /** The flag that decided who is covered; without it, `registered`. */
  basis: basisSchema.optional(),
  users: z.array(
    z.object({
      objectId: z.string(),
      entityRef: z.string(),
      state: z.string(),
    }),
  ),
  /** Each Group once, with its people of all tenants. */
  groups: z.array(
    z.object({
      entityRef: z.string(),
      permille: z.number().int().nullable(),
      /** Null for a Group of nobody, and while the data of one of its tenants is stale. */
      met: z.boolean().nullable(),
      /** Null where `hidden`. */
      covered: count.nullable(),
      uncovered: count.nullable(),
      /** Present for a Group whose figures are hidden because it, or one that it would tell, is small. */
      hidden: z.literal(true).optional(),
    }),
  ),
});

/** See `collectorRunSchema`. @public */
export type CollectorRun = z.infer<typeof collectorRunSchema>;
/** See `runSchema`. @public */
export type Run = z.infer<typeof runSchema>;
/** See `runsSchema`. @public */
export type Runs = z.infer<typeof runsSchema>;
/** See `tenantsSchema`. @public */
export type Tenants = z.infer<typeof tenantsSchema>;
/** See `syncAcceptedSchema`. @public */
export type SyncAccepted = z.infer<typeof syncAcceptedSchema>;
/** See `entityStatusSchema`. @public */
export type EntityStatus = z.infer<typeof entityStatusSchema>;

export const getRuns = json('getRuns', {
  summary: 'Syncs, newest first',
  query: runsQuerySchema,
  response: runsSchema,
});

export const getTenants = json('getTenants', {
  summary: 'Configured tenants, and the permission that each data set needs',
  response: tenantsSchema,
});

export const startSync = command('startSync', {
  summary: 'Start a sync now',
  response: syncAcceptedSchema,
});

export const getEntityStatus = json('getEntityStatus', {
  summary: 'The state of every tagged entity; for services only',
  response: entityStatusSchema,
});
