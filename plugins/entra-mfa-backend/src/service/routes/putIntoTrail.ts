import type {
  TrailDetails,
  TrailKind,
  TrailOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { JsonObject } from '@backstage/types';
import type { Actor } from '../../store/connections/appendEvent';
import type { Caller } from './Caller';
import type { TrailOfTenants } from './TrailOfTenants';

/** How the trail calls what the portal's auditor hears. Exports are told apart by their event. */
const kinds: Readonly<Record<string, TrailKind>> = {
  'sync-start': 'sync-asked',
  'hold-release': 'hold-released',
  'exception-request': 'exception-asked',
  'exception-decide': 'exception-decided',
  'exception-end': 'exception-ended',
  'exception-withdraw': 'exception-withdrawn',
  'review-open': 'review-opened',
  'review-decide': 'review-decided',
  'review-close': 'review-closed',
  'review-hand-over': 'review-handed-over',
  'review-schedule-create': 'review-planned',
  'review-schedule-change': 'review-plan-changed',
  'review-schedule-stop': 'review-plan-stopped',
  'assessment-start': 'assessment-started',
  'assessment-change': 'assessment-changed',
  'assessment-submit': 'assessment-submitted',
  'assessment-decide': 'assessment-decided',
  'assessment-comment': 'assessment-commented',
  'break-glass-drill-record': 'drill-recorded',
  'person-erase': 'person-erased',
};

/** What may stand in the trail: a filter may hold a name, and an object id is a person. */
const told: ReadonlySet<string> = new Set([
  'named',
  'format',
  'rows',
  'keyId',
  'subject',
  'until',
  'exceptionId',
  'decision',
  'decided',
  'review',
  'assessment',
  'items',
  'open',
  'given',
  'schedule',
  'changed',
  'reviewers',
  'every',
  'dueDays',
  'run',
  'syncStarted',
  'class',
  'since',
]);

/** Puts into the trail of a tenant what somebody did, where it is about one and the trail tells of it. */
export async function putIntoTrail(
  {
    trail,
    caller,
    tenantOf,
  }: { trail: TrailOfTenants; caller: Caller; tenantOf?(): string | undefined },
  event: string,
  outcome: TrailOutcome,
  { meta, result }: { meta: JsonObject; result?: unknown },
): Promise<void> {
  const kind = event.endsWith('-export') ? 'exported' : kinds[event];
  const tenant = meta.tenantId ?? tenantOfAnswer(result) ?? tenantOf?.();
  if (kind && typeof tenant === 'string') {
    await trail.record(tenant.toLowerCase(), {
      actor: actorOf(caller),
      kind,
      outcome,
      details: {
        ...(kind === 'exported' && { list: event.replace('-export', '') }),
        ...detailsOf(meta),
      },
    });
  }
}

function tenantOfAnswer(result: unknown): unknown {
  const { tenant, review } = (result ?? {}) as {
    tenant?: unknown;
    review?: { tenant?: unknown };
  };
  return tenant ?? review?.tenant;
}

function detailsOf(meta: JsonObject): TrailDetails {
  return Object.fromEntries(
    Object.entries(meta).flatMap(([name, value]) =>
      told.has(name) && (value === null || typeof value !== 'object')
        ? [[name, value ?? null]]
        : [],
    ),
  );
}

function actorOf({ userRef, credentials }: Caller): Actor {
  if (userRef !== null) {
    return { kind: 'user', ref: userRef };
  }
  const { subject } = credentials.principal as { subject?: string };
  return { kind: 'service', subject: subject ?? '' };
}
