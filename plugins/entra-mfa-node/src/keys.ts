import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** What a content key seals, so that a key service can bind it in and put it on record. @public */
export interface EntraMfaSealed {
  /** The directory (tenant) id. */
  tenantId: string;
  /** What it is, such as `reader`. */
  purpose: string;
}

/**
 * A service that has a key of its own and never gives it away, such as AWS KMS, Azure Key Vault or Vault. It wraps
 * the keys by which the plugin seals the secrets that it has to keep: 32 random bytes each.
 *
 * @public
 */
export interface EntraMfaKeyService {
  /** Names the service and its key, for good. It is stored beside what is sealed, and is no secret. */
  id: string;
  /** Wraps a key. What it returns is stored; it is to be worth nothing without the service. */
  wrap(key: Uint8Array, sealed: EntraMfaSealed): Promise<string>;
  /** Gives the key back. Rejects where it cannot, with an error that holds no secret. */
  unwrap(wrapped: string, sealed: EntraMfaSealed): Promise<Uint8Array>;
}

/** Has a key service wrap keys, and not the key of a file. May be set once. @public */
export interface EntraMfaKeyServiceExtensionPoint {
  /** Throws when a service was set already. */
  setKeyService(service: EntraMfaKeyService): void;
}

/** See {@link EntraMfaKeyServiceExtensionPoint}. @public */
export const entraMfaKeyServiceExtensionPoint =
  createExtensionPoint<EntraMfaKeyServiceExtensionPoint>({
    id: 'entra-mfa.key-service',
  });
