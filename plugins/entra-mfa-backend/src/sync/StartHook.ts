import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  EntraMfaStartExtensionPoint,
  EntraMfaSyncs,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { kindOf } from '../problems/SyncFailedError';

/** What a module does with the syncs before they are scheduled; without one, nothing. */
export class StartHook implements EntraMfaStartExtensionPoint {
  #hook: ((syncs: EntraMfaSyncs) => Promise<void>) | undefined;

  beforeSchedule(hook: (syncs: EntraMfaSyncs) => Promise<void>): void {
    if (this.#hook) {
      throw new Error(
        'A hook before the schedule of the Entra MFA plugin may be set only once',
      );
    }
    this.#hook = hook;
  }

  /**
   * Runs the hook, then the start. Resolves at once when there is a hook: it may take minutes, and
   * until the startup is over the portal answers no request to the plugin.
   */
  async run(options: {
    syncs: EntraMfaSyncs;
    start(): Promise<void>;
    logger: LoggerService;
  }): Promise<void> {
    const { syncs, start, logger } = options;
    if (!this.#hook) {
      await start();
      return;
    }
    const complain = (error: unknown) =>
      logger.error(
        `What was to be done before the schedule failed (${kindOf(error)})`,
      );
    this.#hook(syncs)
      .catch(complain)
      .then(start)
      .catch(error =>
        logger.error(`The syncs were not scheduled (${kindOf(error)})`),
      );
  }
}
