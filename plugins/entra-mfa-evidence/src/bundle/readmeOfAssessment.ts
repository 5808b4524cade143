import { howToCheck } from './howToCheck';
import type { AssessmentBundleContent } from './types';

const states = {
  draft:
    'a draft, NOT APPROVED: it may change, and rests on nothing that is kept for it',
  returned:
    'returned, NOT APPROVED: it may change, and rests on nothing that is kept for it',
  'in-review': 'in review, NOT APPROVED yet',
  approved: 'approved by another person than whoever prepared it',
  superseded: 'approved, and replaced by a newer one since',
} as const;

/** What the bundle of an assessment is, and how to check it. */
export function readmeOfAssessment({
  statement,
  more,
  checkpoint,
  signer,
  timestamps,
}: AssessmentBundleContent): string {
  const { title, number, tenant, from, to, state } = statement;
  const has = (name: string) => more.some(file => file.name.startsWith(name));
  return [
    `Assessment ${number}, ${title}: controls of MFA registration in the Entra tenant`,
    `${tenant}, from ${from} to ${to} (UTC, both days included).`,
    `It is ${states[state]}.`,
    '',
    'assessment.json what is said of the controls, by whom, each step and comment',
    'controls/       each control: how many days it was what, every day, and the worst',
    ...(has('report.')
      ? [
          'report.html     the same for people to read, in a browser',
          'report.pdf      the same to print',
        ]
      : []),
    ...(has('rules/')
      ? [
          'rules/          the rules and settings that judged last, in words and as data',
        ]
      : []),
    ...(has('oscal/')
      ? ['oscal/          the controls, for tools that read OSCAL of NIST']
      : []),
    ...(checkpoint === null
      ? ['Nothing was on record in this period, so there is no evidence.']
      : [
          'evidence/       what was found in the period, one file for each finding',
          'snapshots/      the first and the last snapshot: what was read when, and what held',
          'log/            the log that all of this stands in, and where',
        ]),
    'Nobody of the directory is named.',
    ...howToCheck({ signer, timestamps }),
  ].join('\n');
}
