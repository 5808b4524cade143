import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/**
 * Published whenever a snapshot was published, with what it changed. A large change is told in
 * several events of at most 500 users and 500 groups each.
 *
 * @public
 */
export const ENTRA_MFA_SNAPSHOT_TOPIC = 'entra-mfa.snapshot';

/** The payload of {@link ENTRA_MFA_SNAPSHOT_TOPIC}. It names nobody. @public */
export interface EntraMfaSnapshotEvent {
  /** The tenant id. */
  tenant: string;
  /** The number of the snapshot, counted for each tenant. */
  snapshot: number;
  /** Object ids in Entra of people whose state or entity changed, and who came or left. At most 500. */
  objectIds: string[];
  /** Entity refs of groups whose counts changed. At most 500. */
  groupRefs: string[];
}

/** What the backend publishes to the portal's events. @public */
export interface EntraMfaEvent {
  /** What a subscriber asks for. */
  topic: string;
  /** When it is published. */
  when: string;
  /** The JSON schema (2020-12) of the payload. Further fields may come with later releases. */
  schema: JsonObject;
}

const snapshotEvent: z.ZodType<EntraMfaSnapshotEvent> = z.object({
  tenant: z.guid().describe('the tenant id'),
  snapshot: z
    .int()
    .positive()
    .describe('the number of the snapshot, counted from 1 for each tenant'),
  objectIds: z
    .array(z.guid())
    .max(500)
    .describe(
      'object ids of people who are counted otherwise now, came or left; at most 500',
    ),
  groupRefs: z
    .array(z.string().regex(/^group:[^:/]+\/[^:/]+$/))
    .max(500)
    .describe('entity refs of Groups whose counts changed; at most 500'),
});

// What a subscriber may rely on, and not that nothing is added.
const schemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input' }) as JsonObject;

/** Every event of the plugin. @public */
export const entraMfaEvents: readonly EntraMfaEvent[] = [
  {
    topic: ENTRA_MFA_SNAPSHOT_TOPIC,
    when: 'a sync has published a snapshot: one also where nobody changed, several after a large change',
    schema: schemaOf(snapshotEvent),
  },
];
