import type { Assessment } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  assessmentBundleFiles,
  type AssessmentBundleContent,
  type AssessmentStatement,
} from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import { filesOfAssessment } from '../../report/filesOfAssessment';
import type { KeptPdfs } from '../../report/KeptPdfs';
import {
  readEnds,
  readItemsAt,
  readRestsOn,
} from '../../store/assessments/readRestsOn';
import { readHeld, readSnapshotRow } from '../../store/evidence/readEvidence';
import { statementOf } from '../../store/evidence/statementOf';
import type {
  EvidenceCheckpointRow,
  SnapshotRow,
} from '../../store/sql/tables';
import type { Bundle } from '../evidence/Bundle';
import { noteOf } from '../evidence/noteOf';
import { proveIn } from '../evidence/proveIn';
import { readVouching } from '../evidence/readVouching';
import { plain } from '../exports/fileName';
import type { ReadContext } from '../types';
import type { AssessmentReader } from './AssessmentReader';
import type { AssessmentAccess } from './types';

/** The bundle of an assessment. */
export interface AssessmentBundle extends Bundle {
  assessment: number;
  /** Of what was submitted; null where nothing was. */
  fingerprint: string | null;
}

/**
 * What an assessment says and what it rests on, with the proofs. It names nobody of the directory. Of one that was not
 * submitted it has what it would be now.
 *
 * @throws NotFoundError where there is none that the caller may read
 */
export async function openAssessmentBundle(
  context: ReadContext & {
    evidence: EvidenceLogs;
    papers: KeptPdfs;
    assessmentReader: AssessmentReader;
  },
  key: { number: number; tenant?: string },
  access: AssessmentAccess,
): Promise<AssessmentBundle> {
  const { knex, evidence, frameworks } = context;
  const assessment = await context.assessmentReader.get(key, access);
  const { tenant, number, result, fingerprint, state } = assessment;
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
  const content: Omit<AssessmentBundleContent, 'items'> = {
    statement,
    titles: new Map(
      assessment.controls.map(({ control, titles }) => [control, titles.en]),
    ),
    snapshots,
    checkpoint: log && noteOf(log, evidence),
    more: await filesOfAssessment(
      {
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
      report => context.papers.of(report),
    ),
    signer: evidence.signer,
    timestamps: evidence.timestamps,
  };
  return {
    tenantId: tenant.id,
    assessment: number,
    fingerprint,
    name: [
      `mfa-assessment-${number}`,
      plain(tenant.name, 40) || tenant.id,
      result.from,
      result.to,
      state,
    ].join('_'),
    people: null,
    files: () =>
      assessmentBundleFiles({
        ...content,
        items: provenItems(
          knex,
          log,
          rests.map(({ leaf }) => leaf),
        ),
      }),
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

async function* provenItems(
  knex: Knex,
  log: EvidenceCheckpointRow | null,
  leaves: readonly number[],
) {
  if (!log) return;
  const { tenant_id: tenantId, size } = log;
  const prove = proveIn(knex, log);
  for await (const { item, leaf } of readItemsAt(knex, tenantId, leaves)) {
    yield { item, at: { leaf, size, proof: await prove(leaf) } };
  }
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
