/** A secret that the portal keeps cannot be opened. Tells nothing of what is in it, and nothing of the key. */
export class SealedSecretError extends Error {
  override name = 'SealedSecretError';

  constructor(
    /**
     * `no-key`: no key of the portal is the one by which it is sealed; `broken`: by that key it does not open;
     * `key-service`: the service that has the key did not give an answer; `missing`: nothing is kept.
     */
    readonly reason: 'no-key' | 'broken' | 'key-service' | 'missing',
  ) {
    super(`The sealed secret cannot be opened: ${reason}`);
  }
}
