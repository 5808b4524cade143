import { z } from 'zod';
import {
  collectorOutcomes,
  connectionOrigins,
  connectionStates,
  episodeStates,
  trailKinds,
  trailOutcomes,
} from '../lists';
import { dataSetSchema } from './dataSets';
import { enumOf } from './enumOf';
import { listOf } from './listOf';
import {
  coverageFigureSchema,
  instantSchema,
  pageInfoSchema,
  pageQuerySchema,
  problemSchema,
  staleCauseSchema,
} from './shared';
import { json } from './Route';

const count = z.number().int().nonnegative();

/** A time in which a connection was in one state. @public */
export const connectionEpisodeSchema = z.object({
  state: enumOf(episodeStates),
  beganAt: instantSchema,
  /** Null while it goes on. */
  endedAt: instantSchema.nullable(),
  /** Why; the last one, where it changed. */
  problems: z.array(problemSchema),
});

/** What is read of a tenant, and how that goes. @public */
export const connectionSchema = z.object({
  tenant: z.string(),
  /** The name that the directory gives it; its id before it was read. */
  name: z.string(),
  state: enumOf(connectionStates),
  /** Since when it is in that state. */
  since: instantSchema,
  /** Since when figures are older than the limit, and why; null while they are not. */
  stale: z
    .object({ since: instantSchema, causes: z.array(staleCauseSchema) })
    .nullable(),
  /** Why it needs attention, and what to do. */
  problems: z.array(problemSchema),
  /** Where it comes from, or came from. */
  origin: enumOf(connectionOrigins),
  /** How it signs in; null where that is not known any more. */
  credential: z.string().nullable(),
  /** The app that reads; null for who may not start a sync. */
  clientId: z.string().nullable(),
  /** Who is told of it; null where nobody is. */
  contact: z.string().nullable(),
  /** Data sets that are switched off. */
  switchedOff: z.array(dataSetSchema),
  /** Each data set that is read, and how it went last. */
  dataSets: z.array(
    z.object({
      id: dataSetSchema,
      /** Null where it was not read yet. */
      outcome: enumOf(collectorOutcomes).nullable(),
      problem: problemSchema.nullable(),
      /** Whether what was read last can be used, or nothing is missed by it. */
      works: z.boolean(),
      rows: count,
      run: count.nullable(),
    }),
  ),
  /** The figure of its newest snapshot, on the basis that is configured; null before there is one. */
  coverage: coverageFigureSchema.nullable(),
  readAt: instantSchema.nullable(),
  nextReadAt: instantSchema.nullable(),
  /** The newest ones first. */
  episodes: z.array(connectionEpisodeSchema),
});

/** `GET /v1/connections`: those that are read, and after them those that were. @public */
export const connectionsSchema = z.object({
  items: z.array(connectionSchema),
});

/** What the audit trail tells beside who did what: no secret, and no name of who is read. @public */
export const trailDetailsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

/** One event of the life of a connection. @public */
export const trailEventSchema = z.object({
  /** From 1, without gaps, for each tenant. */
  sequence: count,
  at: instantSchema,
  /** A user by their ref, a service by its subject, or the plugin itself. */
  actor: z.object({
    kind: enumOf(['user', 'service', 'system']),
    ref: z.string().nullable(),
  }),
  kind: enumOf(trailKinds),
  outcome: enumOf(trailOutcomes),
  details: trailDetailsSchema,
});

/** `GET /v1/tenants/{id}/trail`, the newest first. @public */
export const trailQuerySchema = pageQuerySchema.extend({
  kind: listOf(enumOf(trailKinds)),
  from: z.union([z.iso.date(), instantSchema]).optional(),
  /** A date: to the end of that UTC day. An instant: without that moment itself. */
  to: z.union([z.iso.date(), instantSchema]).optional(),
});

/** The answer of `GET /v1/tenants/{id}/trail`. @public */
export const trailSchema = z.object({
  items: z.array(trailEventSchema),
  pageInfo: pageInfoSchema,
});

/** See `connectionSchema`. @public */
export type Connection = z.infer<typeof connectionSchema>;
/** See `connectionsSchema`. @public */
export type Connections = z.infer<typeof connectionsSchema>;
/** See `connectionEpisodeSchema`. @public */
export type ConnectionEpisode = z.infer<typeof connectionEpisodeSchema>;
/** See `trailDetailsSchema`. @public */
export type TrailDetails = z.infer<typeof trailDetailsSchema>;
/** See `trailEventSchema`. @public */
export type TrailEvent = z.infer<typeof trailEventSchema>;
/** See `trailSchema`. @public */
export type Trail = z.infer<typeof trailSchema>;

export const getConnections = json('getConnections', {
  summary: 'Connections with their states, those of the past too',
  response: connectionsSchema,
});

export const getTrail = json('getTrail', {
  summary: 'The audit trail of a connection, newest first',
  query: trailQuerySchema,
  response: trailSchema,
});
