import { base64url, FlattenedEncrypt, flattenedDecrypt } from 'jose';
import type { KeyObject } from 'node:crypto';

const algorithms = { alg: 'dir', enc: 'A256GCM' } as const;

/** A key of 32 bytes. */
export type Key = KeyObject | Uint8Array;

/**
 * Seals as a flattened JWE. What it belongs to is bound in as additional authenticated data, and is left out of what
 * is stored: it opens only to who says the same.
 */
export async function encrypt(
  key: Key,
  plain: Uint8Array,
  belongsTo: string,
): Promise<string> {
  const jwe = await new FlattenedEncrypt(plain)
    .setProtectedHeader(algorithms)
    .setAdditionalAuthenticatedData(Buffer.from(belongsTo))
    .encrypt(key);
  const { protected: header, iv, ciphertext, tag } = jwe;
  return JSON.stringify({ protected: header, iv, ciphertext, tag });
}

/**
 * Opens what `encrypt` has made.
 *
 * @throws where anything of it is not as it was made
 */
export async function decrypt(
  key: Key,
  text: string,
  belongsTo: string,
): Promise<Uint8Array> {
  const jwe = { ...JSON.parse(text), aad: base64url.encode(belongsTo) };
  const { plaintext } = await flattenedDecrypt(jwe, key, {
    keyManagementAlgorithms: [algorithms.alg],
    contentEncryptionAlgorithms: [algorithms.enc],
  });
  return plaintext;
}
