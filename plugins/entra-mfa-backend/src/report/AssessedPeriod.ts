import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  AssessmentStatement,
  EvidenceType,
  SnapshotStatement,
} from '@entra-mfa/evidence';
import type { Framework } from '../assess/controls/framework';
import type { JudgedBy } from './rules/judgedBy';

/** What the report of an assessment is made of. */
export interface AssessedPeriod {
  assessment: Assessment;
  /** As the bundle has it. */
  statement: AssessmentStatement;
  /** What the first and the last snapshot say of themselves. */
  snapshots: readonly SnapshotStatement[];
  /** The items that it rests on, by their places in the log. */
  rests: readonly { type: EvidenceType; leaf: number }[];
  /** In the order in which they are told. */
  frameworks: readonly Framework[];
  /** The name of the log. */
  origin: string;
  isSigned: boolean;
  /** Of the last snapshot; null where there is none. */
  judgedBy: JudgedBy | null;
}
