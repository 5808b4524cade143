import type { ControlStatus } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  eventOf,
  known,
  type EventAt,
  type EventClass,
  type EventOf,
} from './event';

/** Compliance Finding. */
const complianceFinding: EventClass = {
  category_uid: 2,
  category_name: 'Findings',
  class_uid: 2003,
  class_name: 'Compliance Finding',
};

const activities = {
  create: { id: 1, name: 'Create' },
  update: { id: 2, name: 'Update' },
  close: { id: 3, name: 'Close' },
} as const;

/** Nothing is ever told as passed but what is met on fresh data. */
const statuses: Record<ControlStatus, { id: number; name: string }> = {
  met: { id: 1, name: 'Pass' },
  'not-met': { id: 3, name: 'Fail' },
  'not-evaluated': { id: 2, name: 'Warning' },
  stale: { id: 2, name: 'Warning' },
  disabled: { id: 99, name: 'Other' },
};

/** A control as a feed tells it. */
export interface Finding {
  activity: keyof typeof activities;
  /** As `framework/id`. */
  key: string;
  /** The framework's own name and id; null where the portal has it no more. */
  framework: string | null;
  control: string;
  title: string | null;
  status: ControlStatus;
  /** Why it does not apply; null where it does. */
  disabledReason: string | null;
  /** What its tests came to. */
  tests: readonly object[];
  /** Until when the data is fresh: it is stale after that. */
  freshUntil: Date | null;
  /** The fingerprint of the evidence of all statuses; null where none is on record. */
  evidence: string | null;
}

/** The status of a control by a snapshot; its id stays the same whatever becomes of it. */
export function toComplianceFinding(
  of: EventOf,
  finding: Finding,
  at: EventAt,
) {
  const { activity, key, status, title, framework } = finding;
  const { id, name } = statuses[status];
  return eventOf(of, complianceFinding, at, {
    activity: activities[activity],
    severity: status === 'not-met' && activity !== 'close' ? 3 : 1,
    about: {
      finding_info: { uid: `${of.tenantId}/${key}`, ...known({ title }) },
      compliance: {
        control: finding.control,
        standards: [framework ?? key.split('/')[0]],
        status_id: id,
        status: name,
        status_detail: finding.disabledReason ?? status,
      },
    },
    unmapped: known({
      status,
      tests: finding.tests,
      fresh_until: finding.freshUntil?.toISOString(),
      evidence: finding.evidence,
    }),
  });
}
