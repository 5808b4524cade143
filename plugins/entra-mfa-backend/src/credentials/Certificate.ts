import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { dayOf } from './dayOf';
import type { CredentialConfig } from '../config/types';
import { CredentialFileError } from './CredentialFileError';
import { readCredentialFile } from './readCredentialFile';

const CERTIFICATE = 'certificate.certificateFile';
const PRIVATE_KEY = 'certificate.privateKeyFile';

/** Microsoft Entra takes no shorter ones. */
const LEAST_BITS = 2048;

/** Where a certificate and its private key are. */
export type CertificateFiles = Extract<
  CredentialConfig,
  { kind: 'certificate' }
>;

/** A certificate with its private key, as it signs in. */
export interface Certificate {
  /** As MSAL wants it: hexadecimal. */
  thumbprintSha256: string;
  /** PEM, PKCS #8. */
  privateKey: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * Reads a certificate, and its private key where that belongs to it.
 *
 * @throws CredentialFileError
 */
export async function readCertificate(
  files: CertificateFiles,
): Promise<Certificate> {
  const certificate = parsed(
    await readCredentialFile(files.certificateFile, CERTIFICATE),
  );
  const key = parsedKey(
    await readCredentialFile(files.privateKeyFile, PRIVATE_KEY),
  );
  if (!certificate.checkPrivateKey(key)) {
    throw new CredentialFileError(
      PRIVATE_KEY,
      'should be the private key of the certificate: it is another one’s',
    );
  }
  return {
    thumbprintSha256: certificate.fingerprint256.replace(/:/g, ''),
    privateKey: String(key.export({ type: 'pkcs8', format: 'pem' })),
    startsAt: new Date(certificate.validFrom),
    endsAt: new Date(certificate.validTo),
  };
}

/**
 * That a certificate is in its time.
 *
 * @throws CredentialFileError
 */
export function refuseUntimely(
  { startsAt, endsAt }: Pick<Certificate, 'startsAt' | 'endsAt'>,
  now: Date,
): void {
  if (now > endsAt) {
    throw new CredentialFileError(
      CERTIFICATE,
      `should be a certificate that has not expired: it ended on ${dayOf(
        endsAt,
      )}`,
      endsAt,
    );
  }
  if (now < startsAt) {
    throw new CredentialFileError(
      CERTIFICATE,
      `should be a certificate that is valid already: it begins on ${dayOf(
        startsAt,
      )}`,
    );
  }
}

function parsed(pem: string): X509Certificate {
  try {
    if (pem.includes('-----BEGIN CERTIFICATE-----')) {
      return new X509Certificate(pem);
    }
  } catch {
    // Told below, as any other that is none.
  }
  throw new CredentialFileError(CERTIFICATE, 'should be a certificate in PEM');
}

function parsedKey(pem: string): KeyObject {
  // OpenSSL's own words of why are left behind.
  const key = keyIn(pem);
  if (key === null) {
    throw new CredentialFileError(
      PRIVATE_KEY,
      /-----BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem)
        ? 'should be a private key without a passphrase'
        : 'should be a private key in PEM',
    );
  }
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== 'rsa' || modulusLength < LEAST_BITS) {
    throw new CredentialFileError(
      PRIVATE_KEY,
      `should be an RSA key of at least ${LEAST_BITS} bits: Microsoft Entra takes no other`,
    );
  }
  return key;
}

function keyIn(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
