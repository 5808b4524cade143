import type {
  LoggerService,
  RootSystemMetadataService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { EntraMfaConfig } from '../config/types';
import { insertNotice } from '../store/notices/insertNotice';
import { readNotices } from '../store/notices/readNotices';
import { readNewestNumber, readSnapshotAt } from '../store/read/readSnapshot';
import { kindOf } from '../problems/SyncFailedError';
import { findLost, findSuspects } from './findLost';
import { lostNotices } from './lostNotices';

/** What could not be told for so long is told no more: the page shows it. In milliseconds. */
const TELL_WITHIN = 3 * 24 * 3_600_000;

/** What the alarm needs. */
export interface LostAlarmOptions {
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  notifications: NotificationService;
  plugins: RootSystemMetadataService;
  notify: EntraMfaConfig['notify'];
}

/** Tells leads and security of lost registrations through the portal's notifications, once. */
export class LostAlarm {
  readonly #options: LostAlarmOptions;

  constructor(options: LostAlarmOptions) {
    this.#options = options;
  }

  /**
   * Tells what recent snapshots of the tenant have not told yet. The figures are published already,
   * so a failure makes no sync a failed one; the next sync tries again.
   */
  async tell(tenantId: string): Promise<void> {
    const { notify, logger } = this.#options;
    if (!notify.leads && notify.security.length === 0) {
      return;
    }
    try {
      if (await this.#canNotify()) {
        await this.#tellAll(tenantId);
      }
    } catch (error) {
      logger.warn(
        `Nobody, or not everybody, was notified of lost registrations of tenant ${tenantId} (${kindOf(
          error,
        )}); the next sync tries again. Check that the notifications plugin of this portal is well.`,
      );
    }
  }

  /** A portal without notifications shows the alarm on the page alone. */
  async #canNotify(): Promise<boolean> {
    const plugins = await this.#options.plugins.getInstalledPlugins();
    return plugins.some(({ pluginId }) => pluginId === 'notifications');
  }

  async #tellAll(tenantId: string): Promise<void> {
    const { knex, clock } = this.#options;
    const since = new Date(clock.now().getTime() - TELL_WITHIN);
    const before = await readSnapshotAt(knex, tenantId, since);
    const suspects = await findSuspects(knex, {
      tenantId,
      after: before?.number ?? 0,
      upTo: await readNewestNumber(knex, tenantId),
    });
    const told = await readNotices(
      knex,
      tenantId,
      [...suspects.keys()].map(wholeKey),
    );
    for (const [snapshot, steps] of suspects) {
      if (!told.has(wholeKey(snapshot))) {
        const lost = await findLost(knex, tenantId, snapshot, steps);
        if (lost) {
          await this.#send(tenantId, lost);
        }
        await this.#remember(tenantId, wholeKey(snapshot));
      }
    }
  }

  /** Each one is remembered as soon as it is sent, so that what fails after it repeats nothing. */
  async #send(
    tenantId: string,
    lost: Parameters<typeof lostNotices>[1],
  ): Promise<void> {
    const { knex, notifications, notify } = this.#options;
    const notices = lostNotices(tenantId, lost, notify);
    const told = await readNotices(
      knex,
      tenantId,
      notices.map(({ key }) => key),
    );
    for (const { key, send } of notices) {
      if (!told.has(key)) {
        await notifications.send(send);
        await this.#remember(tenantId, key);
      }
    }
  }

  async #remember(tenantId: string, key: string): Promise<void> {
    const { knex, clock } = this.#options;
    await insertNotice(knex, { tenantId, key, sentAt: clock.now() });
  }
}

/** Remembers that a snapshot has been told as a whole. */
function wholeKey(snapshot: number): string {
  return `lost/${snapshot}`;
}
