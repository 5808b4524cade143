import { inputs } from './inputs';
import type { Register } from './types';
import { untrusted, untrustedSchema } from './untrusted';
import { visibilityOf } from './visibilityOf';

/** Starts a campaign that somebody has made. */
export const startReminderCampaign: Register = (registry, service) =>
  registry.register({
    name: 'start-reminder-campaign',
    title: 'Start a campaign of reminders',
    description:
      'CHANGES SOMETHING, and cannot be taken back: starts a campaign that somebody has made on the page, or goes on with a stopped one. It sends messages to people, again and again until its last day. Show the person who asks what list-reminder-campaigns says of it, and have them confirm before you call this. It is on record under their name.',
    attributes: { readOnly: false, idempotent: false, destructive: true },
    visibilityPermission: visibilityOf('startReminders'),
    schema: {
      input: z =>
        z.object({
          campaign: z
            .string()
            .describe('The id, as list-reminder-campaigns tells it.'),
          tenant: inputs.tenant(z),
        }),
      output: z =>
        z.object({
          state: z.string(),
          waits: z.string().nullable(),
          id: z.string(),
          title: untrustedSchema(z, 'The title of the campaign'),
          until: z.string(),
        }),
    },
    async action({ input: { campaign: id, tenant }, credentials }) {
      const campaign = await service.call(
        'startReminders',
        { id },
        { tenant },
        { credentials },
      );
      return {
        output: {
          state: campaign.state,
          waits: campaign.waits,
          id: campaign.id,
          title: untrusted(campaign.title),
          until: campaign.until,
        },
      };
    },
  });
