import { createHash, createHmac } from 'node:crypto';

/**
 * Names people by a keyed hash (HMAC-SHA256): the same person by the same key always has the same
 * pseudonym, and without the key nobody can tell which person it is, nor try out all of them.
 */
export class Pseudonyms {
  /** Tells which exports can be compared, and nothing of the key. */
  readonly keyId: string;
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
    this.keyId = createHash('sha256').update(key).digest('hex').slice(0, 8);
  }

  of(tenantId: string, objectId: string): string {
    return createHmac('sha256', this.#key)
      .update(`${tenantId}/${objectId}`.toLowerCase())
      .digest('hex');
  }
}
