import type {
  EntraMfaKeyService,
  EntraMfaSealed,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { SealedSecretError } from '../credentials/SealedSecretError';
import { belongingOf } from './belongingOf';
import { decrypt, encrypt } from './jwe';

/** The portal's key, of a file: 32 bytes. */
export class FileKey implements EntraMfaKeyService {
  readonly id: string;
  readonly #key: KeyObject;

  constructor(key: Uint8Array) {
    this.#key = createSecretKey(key);
    // Tells keys from each other, and nothing of one that is random.
    this.id = `file:${createHash('sha256')
      .update(key)
      .digest('hex')
      .slice(0, 16)}`;
  }

  wrap(key: Uint8Array, sealed: EntraMfaSealed): Promise<string> {
    return encrypt(this.#key, key, `key ${belongingOf(sealed)}`);
  }

  async unwrap(wrapped: string, sealed: EntraMfaSealed): Promise<Uint8Array> {
    try {
      return await decrypt(this.#key, wrapped, `key ${belongingOf(sealed)}`);
    } catch {
      throw new SealedSecretError('broken');
    }
  }
}
