import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** What the plugin tells somebody, such as that a registration was lost. @public */
export interface EntraMfaNotice {
  /** Which one it is. What is told again has the same key. */
  key: string;
  /** The directory (tenant) id. */
  tenantId: string;
  /** What it is about, as people know it from the portal's notifications: `Compliance controls`. */
  topic: string;
  /** How much it matters, as the portal's notifications have it. */
  severity: 'critical' | 'high' | 'normal' | 'low';
  /** In a line. */
  title: string;
  /** Text without markup; it may name people and teams. */
  description: string | null;
  /** A path of the portal, or an address. */
  link: string | null;
  /** Entity refs of users and groups to whom it is said. */
  recipients: string[];
}

/** Takes notices elsewhere than to the portal's notifications: to a chat, a ticket, a pager. @public */
export interface EntraMfaNotifier {
  /** Letters, digits and hyphens, at most 32; it stays the same for ever. */
  id: string;
  /**
   * Hands a notice on. Each is handed to it once; where it rejects, the same one comes with the next sync again. Others
   * are told all the same. Its error is not logged, because it may quote what it was given.
   */
  notify(notice: EntraMfaNotice): Promise<void>;
}

/** Takes notifiers of other modules. @public */
export interface EntraMfaNotifiersExtensionPoint {
  /** Throws where one of this id was added already, or the id is not as documented. */
  addNotifier(notifier: EntraMfaNotifier): void;
}

/** See {@link EntraMfaNotifiersExtensionPoint}. @public */
export const entraMfaNotifiersExtensionPoint =
  createExtensionPoint<EntraMfaNotifiersExtensionPoint>({
    id: 'entra-mfa.notifiers',
  });
