import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  AssessmentBundleContent,
  AssessmentStatement,
} from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import type { AssessedPeriod } from '../../report/AssessedPeriod';
import { readEnds, readRestsOn } from '../../store/assessments/readRestsOn';
import { readHeld, readSnapshotRow } from '../../store/evidence/readEvidence';
import { statementOf } from '../../store/evidence/statementOf';
import type {
  EvidenceCheckpointRow,
  SnapshotRow,
} from '../../store/sql/tables';
import { proveIn } from '../evidence/proveIn';
import { readVouching } from '../evidence/readVouching';
import type { ReadContext } from '../types';

/** What an assessment is told with. */
export interface GatheredAssessment {
  statement: AssessmentStatement;
  /** What the first and the last snapshot say of themselves, and where that is in the log. */
  snapshots: (AssessmentBundleContent['snapshots'][number] & {
    row: SnapshotRow;
  })[];
  /** What vouches for it; null where nothing does. */
  log: EvidenceCheckpointRow | null;
  /** What its report is made of. */
  period: AssessedPeriod;
}

/** Gathers what an assessment says and what it rests on. It names nobody of the directory. */
export async function gatherAssessment(
  context: Pick<ReadContext, 'knex' | 'frameworks'> & {
    evidence: EvidenceLogs;
  },
  assessment: Assessment,
): Promise<GatheredAssessment> {
  const { knex, evidence, frameworks } = context;
  const { tenant, number, result, fingerprint } = assessment;
  const range = result.snapshots;
  const ends = range ? await readEnds(knex, tenant.id, range) : [];
  const made = ends.at(-1);
  const log = made ? await readVouching(context, made) : null;
  const rests =
    range && log
      ? await readRestsOn(
          knex,
          { tenantId: tenant.id, assessment: number },
          fingerprint === null ? range : null,
        )
      : [];
  const snapshots = log ? await readStatements(knex, ends, log) : [];
  const statement = statementOfAssessment(assessment);
  const last = snapshots.at(-1);
  return {
    ...{ statement, snapshots, log },
    period: {
      assessment,
      statement,
      snapshots: snapshots.map(one => one.statement),
      rests,
      frameworks,
      origin: evidence.originOf(tenant.id),
      isSigned: log ? log.note !== null : evidence.signer !== null,
      judgedBy: last
        ? {
            rulesVersion: last.statement.rulesVersion,
            fingerprint: last.statement.settings,
            settingsText: last.row.settings,
          }
        : null,
    },
  };
}

/** What the first and the last snapshot say of themselves, and where that is in the log. */
async function readStatements(
  knex: Knex,
  ends: readonly EvidenceCheckpointRow[],
  log: EvidenceCheckpointRow,
) {
  const prove = proveIn(knex, log);
  const found: (AssessmentBundleContent['snapshots'][number] & {
    row: SnapshotRow;
  })[] = [];
  for (const { tenant_id: tenantId, snapshot, size } of ends) {
    const row = await readSnapshotRow(knex, tenantId, snapshot);
    const held = await readHeld(knex, { tenantId, snapshot, newest: false });
    if (row) {
      found.push({
        row,
        statement: statementOf(row, held),
        at: {
          leaf: size - 1,
          size: log.size,
          proof: await prove(size - 1),
        },
      });
    }
  }
  return found;
}

/** What of an assessment is the same for whoever reads it. */
function statementOfAssessment(of: Assessment): AssessmentStatement {
  return {
    type: 'assessment',
    version: 1,
    tenant: of.tenant.id,
    number: of.number,
    title: of.title,
    from: of.from,
    to: of.to,
    state: of.state,
    supersedes: of.supersedes,
    supersededBy: of.supersededBy,
    controls: of.controls.map(({ control }) => control),
    steps: of.steps,
    comments: of.comments,
    result: of.result,
    fingerprint: of.fingerprint,
  };
}
