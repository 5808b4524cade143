import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { daysBetween } from '../assess/exceptions/days';
import { reminderDay } from '../assess/reminders/reminderDay';
import type { EntraMfaConfig } from '../config/types';
import type { Notice, NoticeFinder } from '../notifications/Notice';
import { readCampaigns } from '../store/reminders/campaigns';
import { countOverdue } from '../store/reminders/countOverdue';
import { readGround } from '../store/reminders/readGround';
import { readTeamLeads } from '../store/read/readTeamLeads';
import type { ReminderCampaignRow } from '../store/sql/tables';
import { escalationNotice } from './escalationNotice';
import { filterOf, timesOf } from './toCampaign';

/** Finds campaigns whose reminders do not help, for leads and for security: as often as the campaign reminds. */
export function findEscalations({
  knex,
  clock,
  notify,
}: {
  knex: Knex;
  clock: EntraMfaClock;
  notify: EntraMfaConfig['notify'];
}): NoticeFinder {
  return {
    what: 'reminders that do not help',
    async *find(tenantId, told) {
      const { snapshot, ...ground } = await readGround(knex, tenantId);
      if (!snapshot) {
        return;
      }
      const view = { tenantId, snapshot: snapshot.number, newest: true };

      async function toLeads(campaign: ReminderCampaignRow, round: number) {
        const reminders = campaign.lead_after;
        if (reminders === null || !notify.leads) {
          return [];
        }
        const { teams } = await countOverdue(knex, view, {
          campaignId: campaign.campaign_id,
          gap: filterOf(campaign).gap,
          reminders,
        });
        const leads = await readTeamLeads(
          knex,
          view,
          teams.map(({ ref }) => ref),
        );
        return teams.flatMap(team => {
          const recipients = leads.get(team.ref) ?? [];
          return recipients.length === 0
            ? []
            : [
                escalationNotice(
                  { campaign, round, reminders, people: team.people, team },
                  recipients,
                  notify,
                ),
              ];
        });
      }

      async function toSecurity(campaign: ReminderCampaignRow, round: number) {
        const reminders = campaign.security_after;
        if (reminders === null || notify.security.length === 0) {
          return [];
        }
        const { people } = await countOverdue(knex, view, {
          campaignId: campaign.campaign_id,
          gap: filterOf(campaign).gap,
          reminders,
        });
        return people === 0
          ? []
          : [
              escalationNotice(
                { campaign, round, reminders, people, team: null },
                notify.security,
                notify,
              ),
            ];
      }

      for (const campaign of await readCampaigns(knex, tenantId)) {
        const found = reminderDay(timesOf(campaign), ground, clock.now());
        if (!found || !('day' in found)) {
          continue;
        }
        const days = daysBetween(campaign.first_day, found.day);
        const round = Math.floor(days / campaign.every_days);
        const whole = `reminders/${campaign.campaign_id}/${round}`;
        if (!(await told([whole])).has(whole)) {
          const notices: Notice[] = [
            ...(await toLeads(campaign, round)),
            ...(await toSecurity(campaign, round)),
          ];
          yield [...notices, { key: whole, send: null }];
        }
      }
    },
  };
}
