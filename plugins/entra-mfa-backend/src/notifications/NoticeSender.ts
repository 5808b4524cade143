import type {
  LoggerService,
  RootSystemMetadataService,
} from '@backstage/backend-plugin-api';
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import type {
  EntraMfaClock,
  EntraMfaNotice,
  EntraMfaNotifier,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { kindOf } from '../problems/SyncFailedError';
import { insertNotice } from '../store/notices/insertNotice';
import { readNotices } from '../store/notices/readNotices';
import { hasNotifications } from './hasNotifications';
import type { Notice, NoticeFinder } from './Notice';

/** What the sender needs. */
export interface NoticeSenderOptions {
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  notifications: NotificationService;
  /** Those of modules. */
  notifiers?: readonly EntraMfaNotifier[];
  plugins: RootSystemMetadataService;
}

/** Somewhere to tell a notice. */
interface Way {
  /** Null for the portal's notifications. */
  notifier: string | null;
  /** Keeps that it was told there, until it was told everywhere. */
  mark: string;
  send(): Promise<void>;
}

/**
 * Sends through the portal's notifications and what modules add, each notice once. A portal without any shows it on the
 * page alone.
 */
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
    const { knex, logger, notifiers = [], plugins } = this.#options;
    const told = (keys: string[]) => readNotices(knex, tenantId, keys);
    try {
      const toPortal = await hasNotifications(plugins);
      if (toPortal || notifiers.length > 0) {
        const failed = new Set<string>();
        for await (const notices of find(tenantId, told)) {
          for (const id of await this.#sendOnce(tenantId, notices, toPortal)) {
            failed.add(id);
          }
        }
        for (const id of failed) {
          logger.warn(
            `The notifier '${id}', which a module adds, was not told of ${what} of tenant ${tenantId}, or not of all; the next sync tries again.`,
          );
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

  /**
   * Each one is remembered as soon as it is sent, so that what fails after it repeats nothing.
   *
   * @returns the notifiers that did not take one
   */
  async #sendOnce(
    tenantId: string,
    notices: Notice[],
    toPortal: boolean,
  ): Promise<Set<string>> {
    const { knex, clock } = this.#options;
    const failed = new Set<string>();
    const remember = (key: string) =>
      insertNotice(knex, { tenantId, key, sentAt: clock.now() });
    const all = notices.map(notice => ({
      ...notice,
      ways: this.#waysOf(tenantId, notice, toPortal),
    }));
    const told = await readNotices(
      knex,
      tenantId,
      all.flatMap(({ key, ways }) => [
        key,
        ...(ways.length > 1 ? ways.map(({ mark }) => mark) : []),
      ]),
    );
    for (const { key, ways } of all.filter(notice => !told.has(notice.key))) {
      let isTold = true;
      for (const way of ways.filter(({ mark }) => !told.has(mark))) {
        try {
          await way.send();
          if (ways.length > 1) await remember(way.mark);
        } catch (error) {
          if (way.notifier === null) throw error;
          failed.add(way.notifier);
          isTold = false;
        }
      }
      if (isTold) await remember(key);
    }
    return failed;
  }

  /** The notifiers of modules come first: that the portal fails keeps nothing from them. */
  #waysOf(tenantId: string, { key, send }: Notice, toPortal: boolean): Way[] {
    const { notifications, notifiers = [] } = this.#options;
    if (!send) return [];
    const ways = notifiers.map(
      (notifier): Way => ({
        notifier: notifier.id,
        mark: `${key} ${notifier.id}`,
        send: async () => notifier.notify(toNotice({ tenantId, key, send })),
      }),
    );
    if (toPortal) {
      const mark = `${key} in the portal`;
      ways.push({
        ...{ notifier: null, mark },
        send: () => notifications.send(send),
      });
    }
    return ways;
  }
}

function toNotice(of: {
  tenantId: string;
  key: string;
  send: NotificationSendOptions;
}): EntraMfaNotice {
  const { tenantId, key, send } = of;
  const { recipients, payload } = send;
  const refs = recipients.type === 'entity' ? recipients.entityRef : [];
  return {
    ...{ key, tenantId },
    topic: payload.topic ?? '',
    severity: payload.severity ?? 'normal',
    title: payload.title,
    description: payload.description ?? null,
    link: payload.link ?? null,
    recipients: [refs].flat(),
  };
}
