import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import { reportOfAssessment } from '../../report/reportOfAssessment';
import { reportPdf } from '../../report/reportPdf';
import type { ReadContext } from '../types';
import { AssessmentReader } from './AssessmentReader';
import { gatherAssessment } from './gatherAssessment';
import type { AssessmentAccess } from './types';

/** The portal itself reads everything, and does nothing. */
const portal: AssessmentAccess = {
  seesAll: true,
  prepares: false,
  approves: false,
  audits: false,
  refs: [],
  userRef: null,
};

/** The report of an assessment on paper, for who has no session: it names nobody of the directory. */
export async function assessmentPaper(
  context: ReadContext & { evidence: EvidenceLogs },
  tenant: string,
  number: number,
) {
  const assessment = await new AssessmentReader(context).get(
    { number, tenant },
    portal,
  );
  const { title, from, to } = assessment;
  const { period } = await gatherAssessment(context, assessment);
  return {
    ...{ title, from, to },
    fileName: `mfa-assessment-${number}_${from}_${to}.pdf`,
    pdf: await reportPdf(reportOfAssessment(period)),
  };
}
