import type { BundleContent } from './types';

/** What a bundle is, and how to check it. */
export function readmeOf({
  statement,
  people,
  named,
  signer,
}: BundleContent): string {
  const told = named ? 'with their names' : 'under pseudonyms';
  return [
    `What was known of MFA registration in the Entra tenant ${statement.tenant}`,
    `at ${statement.at} (snapshot ${statement.snapshot}), and the proof that it was put on record then.`,
    '',
    'evidence/       what was found, one file for each kind',
    'snapshot.json   what was read when, by which rules, and which of the files above held',
    'log/            the log that this stands in, and where',
    people
      ? `people.ndjson   everybody of the directory, ${told}`
      : 'people are not in this bundle: they are not kept of that time any more',
    '',
    'To check it, with nothing but a shell, openssl 3, jq and sha256sum:',
    '',
    signer ? "  sh verify.sh 'THE PUBLIC KEY OF THE LOG'" : '  sh verify.sh',
    '',
    signer
      ? 'Take the key from the portal or from who gave it to you before, never from whoever sent this file.'
      : 'This portal signs nothing yet: the check shows that the files belong together, and not who made them.',
    'The script is the one of @entra-mfa/evidence, which checks the same: npx @entra-mfa/evidence verify FILE.',
    'It shows what people had registered. It does not show that any sign-in asked for it.',
    '',
  ].join('\n');
}
