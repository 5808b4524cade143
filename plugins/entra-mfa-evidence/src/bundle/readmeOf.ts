import { howToCheck } from './howToCheck';
import type { BundleContent } from './types';

/** What the files are that are made of the evidence, in the order in which they are told. */
const made: readonly [name: string, what: string][] = [
  ['report.html', 'the same for people to read, in a browser'],
  ['report.pdf', 'the same to print'],
  ['rules/', 'the rules and the settings that judged, in words and as data'],
  [
    'oscal/',
    'tests and statuses of controls, for tools that read OSCAL of NIST',
  ],
];

/** What a bundle is, and how to check it. */
export function readmeOf({
  statement,
  people,
  named,
  more,
  signer,
  timestamps,
}: BundleContent): string {
  const told = named ? 'with their names' : 'under pseudonyms';
  return [
    `What was known of MFA registration in the Entra tenant ${statement.tenant}`,
    `at ${statement.at} (snapshot ${statement.snapshot}), and the proof that it was put on record then.`,
    '',
    ...made
      .filter(([name]) => more.some(file => file.name.startsWith(name)))
      .map(([name, what]) => `${name.padEnd(16)}${what}`),
    'evidence/       what was found, one file for each kind',
    'snapshot.json   what was read when, by which rules, and which of the files above held',
    'log/            the log that this stands in, and where',
    people
      ? `people.ndjson   everybody of the directory, ${told}`
      : 'people are not in this bundle: they are not kept of that time any more',
    ...howToCheck({ signer, timestamps }),
  ].join('\n');
}
