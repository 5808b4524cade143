import { fingerprintOf } from '@entra-mfa/evidence';
import { bodiesOf, type EvidenceBodies, type EvidenceDay } from './EvidenceDay';
import { assessmentResults } from './oscal/assessmentResults';
import { reportHtml } from './reportHtml';
import { reportOfDay, testOf } from './reportOfDay';
import type { Report } from './types';
import { statusWords } from './words';
import { rulesFiles, type BundleFiles } from './rules/rulesFiles';

/** What a bundle has of a day for people and for other tools. Without controls there is no OSCAL. */
export async function filesOfDay(
  day: EvidenceDay,
  { named, pdfOf }: { named: boolean; pdfOf(report: Report): Promise<Buffer> },
): Promise<BundleFiles> {
  const report = reportOfDay(day);
  const tests = bodiesOf(day.items)['control-tests']?.tests;
  const hasControls = tests && report.frameworks.length > 0;
  return [
    {
      name: 'report.html',
      content: Buffer.from(reportHtml(report), 'utf8'),
    },
    { name: 'report.pdf', content: await pdfOf(report) },
    ...(hasControls
      ? [
          {
            name: 'oscal/assessment-results.json',
            content: assessmentResults(report, {
              version: `${day.statement.snapshot}`,
              props: {
                snapshot: `${day.statement.snapshot}`,
                'rules-version': day.statement.rulesVersion,
                'statement-sha256': fingerprintOf(day.statement),
              },
              fingerprint: fingerprintOf(day.statement),
              observations: Object.keys(tests)
                .sort()
                .map(test => observationOf(day, test, tests[test])),
              observationsOf: control => control.tests.map(({ test }) => test),
            }),
          },
        ]
      : []),
    ...rulesFiles(day.judgedBy, named),
  ];
}

function observationOf(
  day: EvidenceDay,
  test: string,
  result: NonNullable<EvidenceBodies['control-tests']>['tests'][string],
) {
  const { count, of, targetPermille, short, days } = result;
  const { title, outcome, figure } = testOf(day, test, result);
  return {
    key: test,
    title,
    description: `${statusWords[outcome]}: ${figure}`,
    props: {
      ...{ test, outcome, count, of },
      'target-permille': targetPermille,
      ...{ short, days },
    },
    file: 'evidence/control-tests.json',
    fileTells: 'The figures of every test.',
  };
}
