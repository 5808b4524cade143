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
    ...(timestamps
      ? [
          `timestamp.tsr   when this was made, as ${timestamps.authority} says (RFC 3161);`,
          '                where it is missing, the authority did not answer: the bundle can be had again',
        ]
      : []),
    '',
    'To check it, with nothing but a shell, openssl 3, jq and sha256sum:',
    '',
    `  sh verify.sh${signer ? " 'THE PUBLIC KEY OF THE LOG'" : ''}`,
    ...(timestamps
      ? [
          '',
          'and with the certificates of the time stamp authority in PEM:',
          '',
          `  sh verify.sh ${
            signer ? "'THE PUBLIC KEY OF THE LOG'" : "''"
          } certificates.pem`,
        ]
      : []),
    '',
    signer
      ? 'Take the key from the portal or from who gave it to you before, never from whoever sent this file.'
      : 'This portal signs nothing yet: the check shows that the files belong together, and not who made them.',
    'The script is the one of @entra-mfa/evidence, which checks the same: npx @entra-mfa/evidence verify FILE.',
    'It shows what people had registered. It does not show that any sign-in asked for it.',
    '',
  ].join('\n');
}
