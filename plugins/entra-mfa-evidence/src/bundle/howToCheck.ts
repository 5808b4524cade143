import type { BundleContent } from './types';

/** How whoever is given a bundle checks it, in lines of its README. */
export function howToCheck({
  signer,
  timestamps,
}: Pick<BundleContent, 'signer' | 'timestamps'>): string[] {
  return [
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
  ];
}
