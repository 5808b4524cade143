import { createHash } from 'node:crypto';
import { RFC3161Timestamp } from '@sigstore/core';

/** A `TimeStampReq` up to the digest: version 1, and SHA-256 as what the digest is of. */
const before = '30390201013031300d060960864801650304020105000420';
/** That the authority is to put its certificate into the answer. */
const after = '0101ff';

/** An answer that grants a time stamp, perhaps with changes (RFC 3161, 2.4.2). */
const granted: readonly bigint[] = [0n, 1n];

/**
 * The request for a time stamp of some bytes (RFC 3161, `application/timestamp-query`): it tells their SHA-256 and
 * nothing else.
 *
 * @public
 */
export function timestampRequest(bytes: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return Buffer.from(`${before}${digest}${after}`, 'hex');
}

/**
 * Reads the answer of an authority (`application/timestamp-reply`).
 *
 * @returns when it says that it saw the bytes. That it was this authority who said so is not checked:
 * `openssl ts -verify` does.
 *
 * @throws TypeError where it gives no time stamp, or one of other bytes.
 *
 * @public
 */
export function openTimestamp(reply: Uint8Array, bytes: Uint8Array): Date {
  let stamp: RFC3161Timestamp;
  let isGranted: boolean;
  try {
    stamp = RFC3161Timestamp.parse(Buffer.from(reply));
    isGranted = granted.includes(stamp.status);
  } catch {
    throw new TypeError('This is no answer of a time stamp authority');
  }
  if (!isGranted) {
    throw new TypeError('The time stamp authority refused');
  }
  try {
    stamp.tstInfo.verify(Buffer.from(bytes));
    return stamp.signingTime;
  } catch {
    throw new TypeError('The time stamp is of something else');
  }
}
