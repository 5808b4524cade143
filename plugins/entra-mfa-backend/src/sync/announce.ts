import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  ENTRA_MFA_SNAPSHOT_TOPIC,
  type EntraMfaSnapshotEvent,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { AssessedSnapshot } from '../evaluate/assessTenant';

/** Where open pages hear that there is something new. */
const CHANNEL = 'entra-mfa';
const AT_ONCE = 500;

/** Whom to tell. */
export interface Listeners {
  events: EventsService;
  signals: SignalsService;
  logger: LoggerService;
}

/**
 * Tells other plugins and open pages of a snapshot. It is published already, so nobody who cannot be
 * told makes the run a failed one.
 */
export async function announce(
  tenant: string,
  { number, objectIds, groupRefs }: AssessedSnapshot,
  { events, signals, logger }: Listeners,
): Promise<void> {
  try {
    const longest = Math.max(objectIds.length, groupRefs.length, 1);
    for (let start = 0; start < longest; start += AT_ONCE) {
      const eventPayload: EntraMfaSnapshotEvent = {
        tenant,
        snapshot: number,
        objectIds: objectIds.slice(start, start + AT_ONCE),
        groupRefs: groupRefs.slice(start, start + AT_ONCE),
      };
      await events.publish({ topic: ENTRA_MFA_SNAPSHOT_TOPIC, eventPayload });
    }
    await signals.publish({
      recipients: { type: 'broadcast' },
      channel: CHANNEL,
      // Whoever is signed in receives it, also who may read nothing: so it tells nothing but that it came.
      message: {},
    });
  } catch (error) {
    logger.warn(
      `Snapshot ${number} of tenant ${tenant} is published, but others could not be told: ${error}`,
    );
  }
}
