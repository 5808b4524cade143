import type {
  LoggerService,
  RootSystemMetadataService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { kindOf } from '../problems/SyncFailedError';
import { insertNotice } from '../store/notices/insertNotice';
import { readNotices } from '../store/notices/readNotices';
import type { Notice, NoticeFinder } from './Notice';

/** What the sender needs. */
export interface NoticeSenderOptions {
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  notifications: NotificationService;
  plugins: RootSystemMetadataService;
}

/** Sends through the portal's notifications, each notice once. A portal without them shows it on the page alone. */
export class NoticeSender {
  readonly #options: NoticeSenderOptions;

  constructor(options: NoticeSenderOptions) {
    this.#options = options;
  }

  /**
   * Tells what there is to tell of a tenant. The page shows it too, so a failure makes no sync a failed one;
   * the next sync tries again.
   */
  async tell(tenantId: string, { what, find }: NoticeFinder): Promise<void> {
    const { knex, logger, plugins } = this.#options;
    const told = (keys: string[]) => readNotices(knex, tenantId, keys);
    try {
      const installed = await plugins.getInstalledPlugins();
      if (installed.some(({ pluginId }) => pluginId === 'notifications')) {
        for await (const notices of find(tenantId, told)) {
          await this.#sendOnce(tenantId, notices);
        }
      }
    } catch (error) {
      logger.warn(
        `Nobody, or not everybody, was notified of ${what} of tenant ${tenantId} (${kindOf(
          error,
        )}); the next sync tries again. Check that the notifications plugin of this portal is well.`,
      );
    }
  }

  /** Each one is remembered as soon as it is sent, so that what fails after it repeats nothing. */
  async #sendOnce(tenantId: string, notices: Notice[]): Promise<void> {
    const { knex, clock, notifications } = this.#options;
    const keys = notices.map(({ key }) => key);
    const told = await readNotices(knex, tenantId, keys);
    for (const { key, send } of notices) {
      if (!told.has(key)) {
        if (send) {
          await notifications.send(send);
        }
        await insertNotice(knex, { tenantId, key, sentAt: clock.now() });
      }
    }
  }
}
