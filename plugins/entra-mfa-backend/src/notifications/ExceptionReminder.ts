import { daysBetween, dayOf } from '../assess/exceptions/days';
import { readExceptionsInForce } from '../store/exceptions/readExceptionsInForce';
import { insertNotice } from '../store/notices/insertNotice';
import { readNotices } from '../store/notices/readNotices';
import { kindOf } from '../problems/SyncFailedError';
import { exceptionNotice } from './exceptionNotice';
import type { LostAlarmOptions } from './LostAlarm';

/** What the reminder needs. */
export interface ExceptionReminderOptions
  extends Pick<
    LostAlarmOptions,
    'knex' | 'clock' | 'logger' | 'notifications' | 'plugins' | 'notify'
  > {
  exceptions: { remindDaysBefore: number };
}

/** Reminds who asked for an exception and who approved it that it is about to end, once. */
export class ExceptionReminder {
  readonly #options: ExceptionReminderOptions;

  constructor(options: ExceptionReminderOptions) {
    this.#options = options;
  }

  /**
   * Sends the reminders that are due. The figures are published already, so a failure makes no sync a
   * failed one; the next sync tries again.
   */
  async tell(tenantId: string): Promise<void> {
    try {
      const plugins = await this.#options.plugins.getInstalledPlugins();
      if (plugins.some(({ pluginId }) => pluginId === 'notifications')) {
        await this.#tellAll(tenantId);
      }
    } catch (error) {
      this.#options.logger.warn(
        `Not everybody was reminded of an exception of tenant ${tenantId} that is about to end (${kindOf(
          error,
        )}); the next sync tries again. Check that the notifications plugin of this portal is well.`,
      );
    }
  }

  /** Each one is remembered as soon as it is sent, so that what fails after it repeats nothing. */
  async #tellAll(tenantId: string): Promise<void> {
    const { knex, clock, notifications, exceptions, notify } = this.#options;
    const now = clock.now();
    const inForce = await readExceptionsInForce(knex, tenantId, now, 'newest');
    const notices = inForce
      .filter(
        ({ until }) =>
          daysBetween(dayOf(now), until) <= exceptions.remindDaysBefore,
      )
      .map(row => exceptionNotice(row, notify.pagePath));
    const told = await readNotices(
      knex,
      tenantId,
      notices.map(({ key }) => key),
    );
    for (const { key, send } of notices) {
      if (!told.has(key)) {
        await notifications.send(send);
        await insertNotice(knex, { tenantId, key, sentAt: clock.now() });
      }
    }
  }
}
