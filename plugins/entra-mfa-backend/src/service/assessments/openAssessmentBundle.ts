import {
  assessmentBundleFiles,
  type AssessmentBundleContent,
} from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import { filesOfAssessment } from '../../report/filesOfAssessment';
import type { KeptPdfs } from '../../report/KeptPdfs';
import { readItemsAt } from '../../store/assessments/readRestsOn';
import type { EvidenceCheckpointRow } from '../../store/sql/tables';
import type { Bundle } from '../evidence/Bundle';
import { noteOf } from '../evidence/noteOf';
import { proveIn } from '../evidence/proveIn';
import { plain } from '../exports/fileName';
import type { ReadContext } from '../types';
import type { AssessmentReader } from './AssessmentReader';
import { gatherAssessment } from './gatherAssessment';
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
  const { knex, evidence } = context;
  const assessment = await context.assessmentReader.get(key, access);
  const { tenant, number, result, fingerprint, state } = assessment;
  const gathered = await gatherAssessment(context, assessment);
  const { statement, snapshots, log, period } = gathered;
  const content: Omit<AssessmentBundleContent, 'items'> = {
    statement,
    titles: new Map(
      assessment.controls.map(({ control, titles }) => [control, titles.en]),
    ),
    snapshots,
    checkpoint: log && noteOf(log, evidence),
    more: await filesOfAssessment(period, report => context.papers.of(report)),
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
          period.rests.map(({ leaf }) => leaf),
        ),
      }),
  };
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
