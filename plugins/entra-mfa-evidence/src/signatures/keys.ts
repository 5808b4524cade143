import { createHash, createPublicKey, KeyObject } from 'node:crypto';

/** The length of the head that DER puts before the 32 bytes of an Ed25519 key (RFC 8410). */
const DER_HEAD = 12;
const ED25519 = 1;

/**
 * Signs bytes with Ed25519 (RFC 8032). A key service can be behind it: the private key need not be here.
 *
 * @public
 */
export interface Signer {
  /** By what a reader knows the key: no blanks and no `+`. */
  name: string;
  /** Of Ed25519. */
  publicKey: KeyObject;
  /** The 64 bytes of the signature. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** The 32 bytes of an Ed25519 key. */
export function rawPublicKey(key: KeyObject): Uint8Array {
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new TypeError(
      `The key is ${
        key.asymmetricKeyType ?? 'a secret'
      }, and Ed25519 is needed`,
    );
  }
  const isPublic = key.type === 'public';
  return (
    isPublic
      ? key
      : createPublicKey(key.export({ format: 'pem', type: 'pkcs8' }))
  )
    .export({ format: 'der', type: 'spki' })
    .subarray(DER_HEAD);
}

export function refuseKeyName(name: string): void {
  if (name === '' || /[\s+]/.test(name)) {
    throw new TypeError(
      `'${name}' cannot be the name of a key: it may have no blank and no +`,
    );
  }
}

/** The first four bytes that tell keys of one name apart (C2SP signed-note). */
export function keyIdOf(name: string, key: Uint8Array): Uint8Array {
  return createHash('sha256')
    .update(name)
    .update(Uint8Array.of(10, ED25519))
    .update(key)
    .digest()
    .subarray(0, 4);
}

/**
 * A public key in one line, as C2SP signed-note writes it: `name+id+key`. It is what a reader of the log is given.
 *
 * @throws TypeError where the name has a blank or a `+`, or the key is not Ed25519.
 *
 * @public
 */
export function formatVerifierKey(name: string, publicKey: KeyObject): string {
  refuseKeyName(name);
  const key = rawPublicKey(publicKey);
  const id = Buffer.from(keyIdOf(name, key)).toString('hex');
  const typed = Buffer.concat([Uint8Array.of(ED25519), key]);
  return `${name}+${id}+${typed.toString('base64')}`;
}

/**
 * Reads what {@link formatVerifierKey} wrote.
 *
 * @throws TypeError where the line is something else, or its id belongs to another key.
 *
 * @public
 */
export function parseVerifierKey(line: string): {
  name: string;
  publicKey: KeyObject;
} {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(
    line.trim(),
  );
  const typed = Buffer.from(match?.[3] ?? '', 'base64');
  if (!match || typed.length !== 33 || typed[0] !== ED25519) {
    throw new TypeError(
      'This is no public key of a log: give its line, name+id+key, with an Ed25519 key',
    );
  }
  const [, name, id] = match;
  const key = typed.subarray(1);
  if (Buffer.from(keyIdOf(name, key)).toString('hex') !== id) {
    throw new TypeError(
      `The id ${id} is not that of the key of ${name}: the line was changed or cut`,
    );
  }
  return {
    name,
    publicKey: createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') },
      format: 'jwk',
    }),
  };
}
