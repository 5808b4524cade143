import { fingerprintOf } from '@entra-mfa/evidence';
import type { AssessedPeriod } from './AssessedPeriod';
import { drawStrip } from './drawings/drawStrip';
import { assessmentResults, type Observed } from './oscal/assessmentResults';
import { reportHtml } from './reportHtml';
import { reportOfAssessment } from './reportOfAssessment';
import type { JudgedBy } from './rules/judgedBy';
import { rulesFiles, type BundleFiles } from './rules/rulesFiles';
import type { Report } from './types';

/** What the bundle of an assessment has for people and for other tools. */
export async function filesOfAssessment(
  of: AssessedPeriod,
  pdfOf: (report: Report) => Promise<Buffer>,
): Promise<BundleFiles> {
  const report = reportOfAssessment(of);
  return [
    { name: 'report.html', content: Buffer.from(reportHtml(report), 'utf8') },
    { name: 'report.pdf', content: await pdfOf(report) },
    ...(of.judgedBy && report.frameworks.length > 0
      ? [
          {
            name: 'oscal/assessment-results.json',
            content: assessmentResults(report, observedIn(of, of.judgedBy)),
          },
        ]
      : []),
    ...(of.judgedBy ? rulesFiles(of.judgedBy, false) : []),
  ];
}

function observedIn(
  { assessment, statement }: AssessedPeriod,
  { rulesVersion }: JudgedBy,
): Observed {
  const { number, state, result, controls } = assessment;
  const fingerprint = fingerprintOf(statement);
  return {
    version: `${number}`,
    props: {
      assessment: `${number}`,
      state,
      'rules-version': rulesVersion,
      'assessment-sha256': fingerprint,
    },
    fingerprint,
    observations: result.controls.map(({ control, days, strip }) => ({
      key: control,
      title: `The days of ${
        controls.find(one => one.control === control)?.id ?? control
      }`,
      description: `${drawStrip(strip).label.replaceAll('\u00a0', ' ')}.`,
      props: {
        'days-met': days.met,
        'days-not-met': days.notMet,
        'days-not-evaluated': days.notEvaluated,
        'days-stale': days.stale,
        'days-no-data': days.noData,
        'days-disabled': days.disabled,
      },
      file: 'assessment.json',
      fileTells: 'The status of each control on each day.',
    })),
    observationsOf: ({ key }) => [key],
  };
}
