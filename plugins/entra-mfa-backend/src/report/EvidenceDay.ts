import type {
  ControlDay,
  ControlStatus,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  EvidenceBody,
  EvidenceItem,
  EvidenceType,
  SnapshotStatement,
} from '@entra-mfa/evidence';
import type { Framework } from '../assess/controls/framework';
import type { JudgedBy } from './rules/judgedBy';

/** The bodies of the items that are there. */
export type EvidenceBodies = { [T in EvidenceType]?: EvidenceBody<T> };

/** What the report of a day is made of: what was put on record of a snapshot, and how it stood in the days before. */
export interface EvidenceDay {
  tenant: { id: string; name: string };
  statement: SnapshotStatement;
  items: readonly EvidenceItem[];
  /** The name of the log. */
  origin: string;
  isSigned: boolean;
  judgedBy: JudgedBy;
  /** Whether figures are made from the methods of each person, as without Entra ID P1. */
  isFromMethods: boolean;
  /** The item of registration on each of the days before, the oldest first. */
  days: readonly {
    day: string;
    body: EvidenceBody<'registration-summary'> | null;
  }[];
  /** In the order in which they are told. */
  frameworks: readonly Framework[];
  stripDays: { from: string; to: string };
  /** How a control stands at the snapshot, and stood. */
  standingOf(control: string): {
    status: ControlStatus | null;
    disabledReason: string | null;
    strip: readonly ControlDay[];
  };
}

/** The bodies of items, by their types. */
export function bodiesOf(items: readonly EvidenceItem[]): EvidenceBodies {
  return Object.fromEntries(items.map(({ type, body }) => [type, body]));
}
