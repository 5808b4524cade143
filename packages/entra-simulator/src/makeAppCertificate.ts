import { generate } from 'selfsigned';
import { dayInMilliseconds } from './clock';

/**
 * Makes a certificate for an app registration, with its RSA key, as an administrator makes one with OpenSSL.
 *
 * @public
 */
export async function makeAppCertificate(
  options: { startsAt?: Date; endsAt?: Date; bits?: number } = {},
): Promise<{ certificate: string; privateKey: string }> {
  const { bits = 2048 } = options;
  const startsAt = options.startsAt ?? new Date(0);
  const endsAt =
    options.endsAt ?? new Date(Date.now() + 3650 * dayInMilliseconds);
  const { cert, private: privateKey } = await generate(
    [{ name: 'commonName', value: 'Backstage' }],
    {
      algorithm: 'sha256',
      keySize: bits,
      notBeforeDate: startsAt,
      notAfterDate: endsAt,
    },
  );
  return { certificate: cert, privateKey };
}
