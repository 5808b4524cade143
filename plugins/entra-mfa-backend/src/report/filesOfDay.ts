import { fingerprintOf } from '@entra-mfa/evidence';
import { bodiesOf, type EvidenceDay } from './EvidenceDay';
import { assessmentResults } from './oscal/assessmentResults';
import { reportHtml } from './reportHtml';
import { reportOfDay, testOf } from './reportOfDay';
import type { Report } from './types';
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
              snapshot: day.statement.snapshot,
              rulesVersion: day.statement.rulesVersion,
              fingerprint: fingerprintOf(day.statement),
              tests: Object.keys(tests)
                .sort()
                .map(test => {
                  const { count, of, targetPermille, short, days } =
                    tests[test];
                  return {
                    ...testOf(test, tests[test]),
                    figures: {
                      count,
                      of,
                      'target-permille': targetPermille,
                      short,
                      days,
                    },
                  };
                }),
            }),
          },
        ]
      : []),
    ...rulesFiles(day.judgedBy, named),
  ];
}
