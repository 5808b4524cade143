import { createHash } from 'node:crypto';

/** Bytes of a SHA-256. */
export const HASH_LENGTH = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/**
 * The root of a tree without a leaf (RFC 9162, 2.1.1).
 *
 * @public
 */
export function emptyRoot(): Uint8Array {
  return createHash('sha256').digest();
}

/**
 * The hash of a leaf: SHA-256 over a zero byte and its data (RFC 9162, 2.1.1).
 *
 * @public
 */
export function leafHash(data: Uint8Array): Uint8Array {
  return createHash('sha256').update(LEAF).update(data).digest();
}

/**
 * The hash of a node over two others: SHA-256 over a one byte and both (RFC 9162, 2.1.1).
 *
 * @public
 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

export const isSame = (one: Uint8Array, other: Uint8Array) =>
  Buffer.compare(one, other) === 0;
