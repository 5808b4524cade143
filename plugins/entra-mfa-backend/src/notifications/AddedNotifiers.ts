import { InputError } from '@backstage/errors';
import type {
  EntraMfaNotifier,
  EntraMfaNotifiersExtensionPoint,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** The notifiers that modules have added. */
export class AddedNotifiers implements EntraMfaNotifiersExtensionPoint {
  readonly #notifiers: EntraMfaNotifier[] = [];

  addNotifier(notifier: EntraMfaNotifier): void {
    const { id } = notifier;
    if (!/^[A-Za-z0-9-]{1,32}$/.test(id)) {
      throw new InputError(
        `A notifier cannot be called '${id}': give it letters, digits and hyphens, at most 32`,
      );
    }
    if (this.#notifiers.some(one => one.id === id)) {
      throw new InputError(`The notifier '${id}' was added already`);
    }
    this.#notifiers.push(notifier);
  }

  /** In the order in which they were added. */
  get notifiers(): readonly EntraMfaNotifier[] {
    return this.#notifiers;
  }
}
