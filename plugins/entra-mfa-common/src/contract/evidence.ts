import { z } from 'zod';
import { documentFormats } from '../fileFormats';
import { evidenceTypes } from '../lists';
import { enumOf } from './enumOf';
import { archive, document, json } from './Route';
import { atQuerySchema, booleanQuerySchema, instantSchema } from './shared';

const count = z.number().int().nonnegative();
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
/** 32 bytes as base64. */
const hash = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
/** A number of leaves, as it is written in an address. */
const size = z.coerce.number().int().positive();

/** What the log of a tenant was after a snapshot. @public */
export const evidenceCheckpointSchema = z.object({
  /** How many leaves it had. */
  size: count,
  /** The root of its Merkle tree (RFC 9162), as base64. */
  root: hash,
  /** The snapshot that made the last leaf. */
  snapshot: count,
  at: instantSchema,
  /** The signed note of C2SP tlog-checkpoint; null where this state was not signed. */
  note: z.string().nullable(),
});

/** `GET /v1/evidence`: what was found of a tenant, and the log in which it is on record. @public */
export const evidenceSchema = z.object({
  /** The name of the log. */
  origin: z.string(),
  /** The public key that signs now, as C2SP signed-note writes it; null where the log is not signed. */
  key: z.string().nullable(),
  /** What the log was after the snapshot; null before there is one. */
  checkpoint: evidenceCheckpointSchema.nullable(),
  /** What held at the snapshot. */
  items: z.array(
    z.object({
      type: enumOf(evidenceTypes),
      fingerprint,
      /** Its place in the log, from 0. */
      leaf: count,
      /** Since which snapshot it has held. */
      since: instantSchema,
      /** At how many snapshots it has held in a row. */
      snapshots: count,
    }),
  ),
});

/** See `evidenceSchema`. @public */
export type Evidence = z.infer<typeof evidenceSchema>;
/** See `evidenceCheckpointSchema`. @public */
export type EvidenceCheckpoint = z.infer<typeof evidenceCheckpointSchema>;

/** `GET /v1/evidence/leaves/{leaf}`: what is at a place of the log, and the proof that it is. @public */
export const evidenceLeafSchema = z.object({
  leaf: count,
  /** An item, or the statement of a snapshot. */
  kind: z.enum(['item', 'snapshot']),
  /** SHA-256 of the content's canonical JSON (RFC 8785). */
  fingerprint,
  /** The item or the statement; null where what is kept is not what was put on record: the tenant was forgotten since, or somebody changed it. */
  content: z.record(z.string(), z.unknown()).nullable(),
  /** The state of the log that the proof is about. */
  checkpoint: evidenceCheckpointSchema,
  /** Inclusion in it (RFC 9162, 2.1.3), from the leaf up. */
  proof: z.array(hash),
});

/** See `evidenceLeafSchema`. @public */
export type EvidenceLeaf = z.infer<typeof evidenceLeafSchema>;

/** `GET /v1/evidence/consistency`: that a log only grew. @public */
export const evidenceConsistencySchema = z.object({
  from: evidenceCheckpointSchema,
  to: evidenceCheckpointSchema,
  /** Consistency of the two (RFC 9162, 2.1.4). */
  proof: z.array(hash),
});

/** See `evidenceConsistencySchema`. @public */
export type EvidenceConsistency = z.infer<typeof evidenceConsistencySchema>;

const tenantQuery = atQuerySchema.pick({ tenant: true });

export const getEvidence = json('getEvidence', {
  summary: 'What was found of a tenant, and the log in which it is on record',
  query: atQuerySchema,
  response: evidenceSchema,
});

export const getEvidenceLeaf = json('getEvidenceLeaf', {
  summary: 'What is at a place of the log, and the proof that it is',
  params: z.object({ leaf: z.string().regex(/^\d{1,9}$/) }),
  query: tenantQuery.extend({
    /** In which state of the log, by its leaves; without it the newest. */
    size: size.optional(),
  }),
  response: evidenceLeafSchema,
});

export const getEvidenceConsistency = json('getEvidenceConsistency', {
  summary: 'The proof that a log only grew between two of its states',
  query: tenantQuery.extend({
    /** The leaves of the earlier state. */
    from: size,
    /** The leaves of the later one; without it the newest. */
    to: size.optional(),
  }),
  response: evidenceConsistencySchema,
});

export const getEvidenceBundle = archive('getEvidenceBundle', {
  summary:
    'What was found at a snapshot, with everybody and the proofs, as one ZIP that can be checked offline',
  query: atQuerySchema.extend({
    /** Names and ids in place of pseudonyms; needs a permission of its own. */
    names: booleanQuerySchema.default(false),
  }),
});

export const getEvidenceReport = document('getEvidenceReport', {
  summary:
    'What was found at a snapshot, with its controls and the days before, as a report that names nobody',
  params: z.object({ format: enumOf(documentFormats) }),
  query: atQuerySchema,
});
