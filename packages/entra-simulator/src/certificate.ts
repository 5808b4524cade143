import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { dayInMilliseconds } from './clock';

/** A certificate for localhost, with the file that keeps it. @public */
export type Certificate = { path: string; certificate: string; key: string };

/**
 * The certificate kept in a folder; it is made when there is none or when it runs out within a week.
 * Point `NODE_EXTRA_CA_CERTS` to its path before the process starts that shall trust it.
 *
 * @public
 */
export async function ensureCertificate(folder: string): Promise<Certificate> {
  const path = resolve(folder, 'localhost.crt');
  const keyPath = resolve(folder, 'localhost.key');
  await mkdir(folder, { recursive: true });
  const kept = await readGood(path, keyPath);
  if (kept) {
    return kept;
  }
  const { cert, private: key } = await make();
  try {
    // Whoever writes the key first makes the pair; others that start at the same time take theirs.
    await writeFile(keyPath, key, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
    const theirs = await waitForGood(path, keyPath);
    if (theirs) {
      return theirs;
    }
    await rm(keyPath, { force: true });
    return ensureCertificate(folder);
  }
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, cert);
  await rename(partial, path);
  return { path, certificate: cert, key };
}

async function waitForGood(
  path: string,
  keyPath: string,
): Promise<Certificate | undefined> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const good = await readGood(path, keyPath);
    if (good) {
      return good;
    }
    await wait(50);
  }
  return undefined;
}

async function readGood(
  path: string,
  keyPath: string,
): Promise<Certificate | undefined> {
  try {
    const certificate = await readFile(path, 'utf8');
    const key = await readFile(keyPath, 'utf8');
    const parsed = new X509Certificate(certificate);
    const lasts = Date.parse(parsed.validTo) - Date.now();
    return lasts > 7 * dayInMilliseconds &&
      parsed.checkPrivateKey(createPrivateKey(key))
      ? { path, certificate, key }
      : undefined;
  } catch {
    // Not there, or not whole yet.
    return undefined;
  }
}

function make() {
  return generate([{ name: 'commonName', value: 'localhost' }], {
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
}
