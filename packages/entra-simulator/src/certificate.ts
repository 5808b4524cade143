import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { generate } from 'selfsigned';

/** A certificate for localhost, with where it is kept. */
export type Certificate = { path: string; certificate: string; key: string };

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The certificate kept in a folder; it is made when there is none or when it runs out within a week.
 * Point `NODE_EXTRA_CA_CERTS` to its path before the process starts that shall trust it.
 *
 * @public
 */
export async function ensureCertificate(folder: string): Promise<Certificate> {
  const path = resolve(folder, 'localhost.crt');
  const keyPath = join(folder, 'localhost.key');
  if (existsSync(path) && existsSync(keyPath)) {
    const certificate = readFileSync(path, 'utf8');
    const key = readFileSync(keyPath, 'utf8');
    if (isGood(certificate, key)) {
      return { path, certificate, key };
    }
  }
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    notAfterDate: new Date(Date.now() + 825 * dayInMilliseconds),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'keyUsage',
        digitalSignature: true,
        keyCertSign: true,
        critical: true,
      },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  replaceFile(keyPath, made.private);
  replaceFile(path, made.cert);
  return { path, certificate: made.cert, key: made.private };
}

/** Writes a file whole, so that a process that starts at the same time never reads half of it. */
function replaceFile(path: string, text: string): void {
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, text, { mode: 0o600 });
  renameSync(partial, path);
}

function isGood(certificate: string, key: string): boolean {
  try {
    const parsed = new X509Certificate(certificate);
    const lasts = Date.parse(parsed.validTo) - Date.now();
    return (
      lasts > 7 * dayInMilliseconds &&
      parsed.checkPrivateKey(createPrivateKey(key))
    );
  } catch {
    return false;
  }
}
