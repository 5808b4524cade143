import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * Signs the logs of evidence with a key that never leaves its service, such as an HSM or a cloud's key service. The key
 * is one of Ed25519, which is what verifies a signed checkpoint anywhere (RFC 8032).
 *
 * @public
 */
export interface EntraMfaEvidenceSigner {
  /** The public key: PEM, as `openssl pkey -pubout` writes it. */
  publicKey: string;
  /**
   * Signs bytes, and gives the 64 bytes of the signature. Rejects where it cannot, with an error that holds no secret:
   * the next sync tries again.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Has a service sign the logs of evidence, and not the key of a file. @public */
export interface EntraMfaEvidenceSignerExtensionPoint {
  /** Throws when a signer was set already. */
  setSigner(signer: EntraMfaEvidenceSigner): void;
}

/** See {@link EntraMfaEvidenceSignerExtensionPoint}. @public */
export const entraMfaEvidenceSignerExtensionPoint =
  createExtensionPoint<EntraMfaEvidenceSignerExtensionPoint>({
    id: 'entra-mfa.evidence-signer',
  });
