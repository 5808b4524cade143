import type {
  EntraMfaKeyService,
  EntraMfaKeyServiceExtensionPoint,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** The key service that a module sets, if any. */
export class PortalKeyService implements EntraMfaKeyServiceExtensionPoint {
  #service: EntraMfaKeyService | null = null;

  get service(): EntraMfaKeyService | null {
    return this.#service;
  }

  setKeyService(service: EntraMfaKeyService): void {
    if (this.#service) {
      throw new Error(
        'The key service of the Entra MFA plugin may be set only once',
      );
    }
    this.#service = service;
  }
}
