import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';

/** One notification, and the key by which it is sent once. */
export interface Notice {
  key: string;
  /** Null where there is nothing to send, and no need to look again. */
  send: NotificationSendOptions | null;
}

/** Finds what there may be to tell of a tenant. */
export interface NoticeFinder {
  /** What somebody was not told if it fails, for the log: "that …". */
  what: string;
  /**
   * Notices in the order in which they are sent. What was told already may be among them.
   *
   * @param told - which of some keys were told already
   */
  find(
    tenantId: string,
    told: (keys: string[]) => Promise<ReadonlySet<string>>,
  ): AsyncIterable<Notice[]>;
}
