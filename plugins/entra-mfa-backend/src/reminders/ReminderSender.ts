import type {
  LoggerService,
  RootSystemMetadataService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { daysAfter } from '../assess/exceptions/days';
import { reminderDay } from '../assess/reminders/reminderDay';
import { hasNotifications } from '../notifications/hasNotifications';
import { kindOf } from '../problems/SyncFailedError';
import type { Snapshot } from '../store/asOf/types';
import { readCampaigns } from '../store/reminders/campaigns';
import { insertSent } from '../store/reminders/insertSent';
import { readDue } from '../store/reminders/readDue';
import { readGround } from '../store/reminders/readGround';
import type { ReminderCampaignRow } from '../store/sql/tables';
import { reminderNotification } from './reminderNotification';
import { selectionOf, timesOf } from './toCampaign';

/** What the sender needs. */
export interface ReminderSenderOptions {
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  notifications: NotificationService;
  plugins: RootSystemMetadataService;
  /** Where the people of a tenant register their methods. */
  securityInfoUrl: (tenantId: string) => string;
  /** How many are reminded with one request to the portal's notifications. */
  atOnce?: number;
}

/**
 * Reminds people through the portal's notifications. One replica does it at a time. Who is asked of is looked up anew
 * each time, in the newest snapshot, so that a reminder ends by itself.
 */
export class ReminderSender {
  readonly #options: ReminderSenderOptions;

  constructor(options: ReminderSenderOptions) {
    this.#options = options;
  }

  /** Reminds whoever is to be reminded now in a tenant. A failure is told in the log, and the next time goes on. */
  async send(tenantId: string, signal?: AbortSignal): Promise<void> {
    const { knex, clock, logger, plugins } = this.#options;
    try {
      if (!(await hasNotifications(plugins))) {
        return;
      }
      for (const campaign of await readCampaigns(knex, tenantId)) {
        const { snapshot, ...ground } = await readGround(knex, tenantId);
        const found = reminderDay(timesOf(campaign), ground, clock.now());
        if (snapshot && found && 'day' in found) {
          await this.#sendOf(campaign, snapshot, found.day, signal);
        }
      }
    } catch (error) {
      logger.warn(
        `Nobody, or not everybody, was reminded in tenant ${tenantId} (${kindOf(
          error,
        )}); it goes on in some minutes. Check that the notifications plugin of this portal is well.`,
      );
    }
  }

  /** Each part is put on record as soon as it is sent. Sent again, a reminder takes the place of the one before. */
  async #sendOf(
    campaign: ReminderCampaignRow,
    snapshot: Snapshot,
    day: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { knex, clock, notifications, atOnce = 500 } = this.#options;
    const { tenant_id: tenantId, campaign_id: campaignId } = campaign;
    const view = { tenantId, snapshot: snapshot.number, newest: true };
    let after = '';
    while (!signal?.aborted) {
      const due = await readDue(knex, view, selectionOf(campaign, snapshot), {
        campaignId,
        day,
        lastBefore: daysAfter(day, -campaign.every_days),
        after,
        limit: atOnce,
      });
      if (due.length === 0) {
        return;
      }
      await notifications.send(
        reminderNotification(
          campaign,
          due.map(({ entity_ref }) => entity_ref),
          this.#options.securityInfoUrl(tenantId),
        ),
      );
      await insertSent(
        knex,
        { tenantId, campaignId, day, at: clock.now() },
        due.map(({ object_id }) => object_id),
      );
      after = due[due.length - 1].object_id;
    }
  }
}
