import { readOpenHold } from '../store/hold/readOpenHold';
import { insertNotice } from '../store/notices/insertNotice';
import { readNotices } from '../store/notices/readNotices';
import { kindOf } from '../problems/SyncFailedError';
import { holdNotice } from './holdNotice';
import type { LostAlarmOptions } from './LostAlarm';

/** Tells security through the portal's notifications that a figure is held, once. */
export class HoldAlarm {
  readonly #options: LostAlarmOptions;

  constructor(options: LostAlarmOptions) {
    this.#options = options;
  }

  /** Never throws: the page shows the hold too, and the next sync tries again. */
  async tell(tenantId: string): Promise<void> {
    const { notify, plugins, logger } = this.#options;
    if (notify.security.length === 0) {
      return;
    }
    try {
      const installed = await plugins.getInstalledPlugins();
      if (installed.some(({ pluginId }) => pluginId === 'notifications')) {
        await this.#tell(tenantId);
      }
    } catch (error) {
      logger.warn(
        `Nobody was notified that the figure of tenant ${tenantId} is held (${kindOf(
          error,
        )}); the next sync tries again. Check that the notifications plugin of this portal is well.`,
      );
    }
  }

  async #tell(tenantId: string): Promise<void> {
    const { knex, clock, notifications, notify } = this.#options;
    const hold = await readOpenHold(knex, tenantId);
    if (!hold || hold.released_at !== null) {
      return;
    }
    const { key, send } = holdNotice(hold, notify);
    const told = await readNotices(knex, tenantId, [key]);
    if (!told.has(key)) {
      await notifications.send(send);
      await insertNotice(knex, { tenantId, key, sentAt: clock.now() });
    }
  }
}
