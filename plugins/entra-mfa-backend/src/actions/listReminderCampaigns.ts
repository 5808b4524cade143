import type { ReminderCampaign } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { freshnessOf, freshnessSchema } from './freshness';
import { inputs } from './inputs';
import type { Register } from './types';
import { NOTE, untrusted, untrustedSchema } from './untrusted';

/** The campaigns that remind people. */
export const listReminderCampaigns: Register = (registry, service) =>
  registry.register({
    name: 'list-reminder-campaigns',
    title: 'Campaigns of reminders',
    description:
      'The campaigns that remind people who have not registered, newest first: what they say, whom they are for, and where they stand. state: draft (nobody has started it), running, stopped or over; waits says why a running one sends nothing now. reminded is null where it would tell of few people.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z => z.object({ tenant: inputs.tenant(z) }),
      output: z =>
        z.object({
          freshness: freshnessSchema(z),
          mayStart: z.boolean(),
          campaigns: z.array(
            z.object({
              id: z.string(),
              title: untrustedSchema(z, 'The title of the campaign'),
              text: untrustedSchema(z, 'What people are told'),
              filter: untrustedSchema(
                z,
                'Whom it is for, as a filter of people',
              ),
              state: z.string(),
              waits: z.string().nullable(),
              firstDay: z.string(),
              everyDays: z.number(),
              until: z.string(),
              reminded: z.number().nullable(),
            }),
          ),
        }),
    },
    async action({ input: { tenant }, credentials }) {
      const [asOf, found] = await Promise.all([
        service.getAsOf({ credentials, tenant }),
        service.call('getReminders', {}, { tenant }, { credentials }),
      ]);
      return {
        output: {
          freshness: freshnessOf(asOf),
          mayStart: found.mayManage,
          campaigns: found.items.map(campaign => ({
            id: campaign.id,
            title: untrusted(campaign.title),
            text: untrusted(campaign.text, NOTE),
            filter: untrusted(filterOf(campaign), NOTE),
            state: campaign.state,
            waits: campaign.waits,
            firstDay: campaign.firstDay,
            everyDays: campaign.everyDays,
            until: campaign.until,
            reminded: campaign.counts?.reminded ?? null,
          })),
        },
      };
    },
  });

/** Values of a filter are typed by whoever makes a campaign. */
function filterOf({ filter }: ReminderCampaign): string {
  return Object.entries(filter)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
