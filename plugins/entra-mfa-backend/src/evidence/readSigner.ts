import type { Signer } from '@entra-mfa/evidence';
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fail } from '../config/fail';
import type { EntraMfaConfig } from '../config/types';

const setting = 'entraMfa.evidence.keyFile';
const make = 'make one with `openssl genpkey -algorithm ed25519 -out file`';

/**
 * What signs the logs of evidence; null where no key is configured.
 *
 * @throws InputError that names the setting, where its file holds no private key of Ed25519
 */
export async function readSigner({
  keyFile,
  name,
}: Pick<
  EntraMfaConfig['evidence'],
  'keyFile' | 'name'
>): Promise<Signer | null> {
  if (keyFile === null) {
    return null;
  }
  const pem = await readFile(keyFile).catch(
    ({ code = 'unknown' }: NodeJS.ErrnoException) =>
      fail(setting, `should be a file that can be read (${code})`),
  );
  const key = privateKeyOf(pem);
  if (key?.asymmetricKeyType !== 'ed25519') {
    return fail(
      setting,
      `should be a file with a private key of Ed25519 in PEM: ${make}`,
    );
  }
  return {
    name,
    publicKey: createPublicKey(key),
    sign: async bytes => sign(null, bytes, key),
  };
}

/** What the parser says of a broken key may quote it. */
function privateKeyOf(pem: Buffer) {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
