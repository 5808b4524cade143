import { InputError } from '@backstage/errors';
import type {
  EntraMfaEvidenceSink,
  EntraMfaEvidenceSinksExtensionPoint,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** The sinks that modules have added. */
export class AddedSinks implements EntraMfaEvidenceSinksExtensionPoint {
  readonly #sinks: EntraMfaEvidenceSink[] = [];

  addSink(sink: EntraMfaEvidenceSink): void {
    const { id } = sink;
    if (!/^[a-z0-9-]{1,32}$/.test(id)) {
      throw new InputError(
        `A sink of evidence cannot be called '${id}': give it lower-case letters, digits and hyphens, at most 32`,
      );
    }
    if (this.#sinks.some(one => one.id === id)) {
      throw new InputError(`The sink of evidence '${id}' was added already`);
    }
    this.#sinks.push(sink);
  }

  /** In the order in which they were added. */
  get sinks(): readonly EntraMfaEvidenceSink[] {
    return this.#sinks;
  }
}
