import type { Signer } from '@entra-mfa/evidence';
import type {
  EntraMfaEvidenceSigner,
  EntraMfaEvidenceSignerExtensionPoint,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { createPublicKey, verify } from 'node:crypto';
import { fail } from '../config/fail';
import type { EntraMfaConfig } from '../config/types';
import { reasonOf } from './reasonOf';
import { readSigner } from './readSigner';

/** What is signed to see whether the key that signs is the one that is named. */
const PROBE = new TextEncoder().encode('entra-mfa: is this the key?');

/** Who signs the logs of evidence: a service that a module sets, or the key of a file. */
export class PortalSigner implements EntraMfaEvidenceSignerExtensionPoint {
  #service: EntraMfaEvidenceSigner | null = null;

  setSigner(signer: EntraMfaEvidenceSigner): void {
    if (this.#service) {
      throw new Error(
        'The signer of the Entra MFA plugin may be set only once',
      );
    }
    this.#service = signer;
  }

  /**
   * Null where nobody signs.
   *
   * @throws InputError where file and service are both there, or what signs is no key of Ed25519 or another than it says
   */
  async read(
    evidence: Pick<EntraMfaConfig['evidence'], 'keyFile' | 'name'>,
  ): Promise<Signer | null> {
    const service = this.#service;
    if (!service) {
      return readSigner(evidence);
    }
    if (evidence.keyFile !== null) {
      fail(
        'entraMfa.evidence.keyFile',
        'should not be there beside a module that signs: two keys would sign the same log',
      );
    }
    const publicKey = publicKeyOf(service.publicKey);
    if (publicKey?.asymmetricKeyType !== 'ed25519') {
      return failOf('should have the public key of Ed25519 in PEM');
    }
    const signature = await service
      .sign(PROBE)
      .catch(error => failOf(`does not sign: ${reasonOf(error)}`));
    if (!verify(null, PROBE, publicKey, signature)) {
      failOf('signs with another key than its public key');
    }
    return {
      name: evidence.name,
      publicKey,
      sign: bytes => service.sign(bytes),
    };
  }
}

function failOf(should: string): never {
  fail('the signer of evidence that a module sets', should);
}

function publicKeyOf(pem: string) {
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
}
