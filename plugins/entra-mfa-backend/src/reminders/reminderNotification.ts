import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { ReminderCampaignRow } from '../store/sql/tables';

/** What people switch off, if they do. */
const TOPIC = 'MFA reminder';

/** What people are reminded with. It names nobody: each reads it as their own. */
export function reminderNotification(
  { tenant_id, title, text }: ReminderCampaignRow,
  entityRefs: string[],
  securityInfoUrl: string,
): NotificationSendOptions {
  return {
    recipients: { type: 'entity', entityRef: entityRefs },
    payload: {
      title,
      description: text,
      link: securityInfoUrl,
      severity: 'normal',
      topic: TOPIC,
      // Whichever campaign it is of: a newer reminder takes the place of the one before.
      scope: `entra-mfa/${tenant_id}/reminder`,
    },
  };
}
