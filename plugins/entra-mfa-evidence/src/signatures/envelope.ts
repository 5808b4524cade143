import { KeyObject, verify } from 'node:crypto';
import { dsse } from '@sigstore/core';
import { Signer } from './keys';

/**
 * Bytes with who signed them (DSSE, Dead Simple Signing Envelope). The payload and the signatures are base64.
 *
 * @public
 */
export interface Envelope {
  /** The bytes, as base64. */
  payload: string;
  /** A media type: what the bytes are. */
  payloadType: string;
  /** Each with the name of its key. */
  signatures: readonly { keyid?: string; sig: string }[];
}

/**
 * Puts bytes into an envelope, signed with Ed25519.
 *
 * @public
 */
export async function signEnvelope(
  payloadType: string,
  payload: Uint8Array,
  signer: Signer,
): Promise<Envelope> {
  const bytes = Buffer.from(payload);
  const signature = await signer.sign(dsse.preAuthEncoding(payloadType, bytes));
  return {
    payload: bytes.toString('base64'),
    payloadType,
    signatures: [
      { keyid: signer.name, sig: Buffer.from(signature).toString('base64') },
    ],
  };
}

/**
 * The bytes of an envelope that one of the keys signed: Ed25519, or ECDSA with SHA-256 as `r` and `s` one after the
 * other.
 *
 * @throws TypeError where none of the keys did.
 *
 * @public
 */
export function openEnvelope(
  envelope: Envelope,
  publicKeys: readonly KeyObject[],
): Uint8Array {
  const payload = Buffer.from(envelope.payload, 'base64');
  const signed = dsse.preAuthEncoding(envelope.payloadType, payload);
  const isSigned = envelope.signatures.some(({ sig }) =>
    publicKeys.some(key =>
      verify(
        key.asymmetricKeyType === 'ed25519' ? null : 'sha256',
        signed,
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(sig, 'base64'),
      ),
    ),
  );
  if (!isSigned) {
    throw new TypeError('None of the keys signed this envelope');
  }
  return payload;
}
