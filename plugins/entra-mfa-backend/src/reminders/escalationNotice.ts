import type { PersonGapKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaConfig } from '../config/types';
import type { Notice } from '../notifications/Notice';
import type { ReminderCampaignRow } from '../store/sql/tables';
import { filterOf } from './toCampaign';

/** What people switch off, if they do. */
const TOPIC = 'MFA reminders that do not help';

/** What is missing of one and of several people, and the list that shows them. */
const gapWords = {
  uncovered: {
    missing: ['has not registered for MFA', 'have not registered for MFA'],
    list: { state: 'uncovered' },
  },
  'privileged-phone-only': {
    missing: [
      'with a privileged role has only a phone',
      'with a privileged role have only a phone',
    ],
    list: { privileged: 'true', mark: 'phone-only' },
  },
} satisfies Record<
  PersonGapKind,
  { missing: [string, string]; list: Record<string, string> }
>;

/** That people do not close a gap although they were reminded: how many, for who leads a team or for security. */
export function escalationNotice(
  of: {
    campaign: ReminderCampaignRow;
    /** How many times the campaign has come round. */
    round: number;
    /** After so many reminders. */
    reminders: number;
    people: number;
    /** Null for the tenant. */
    team: { ref: string; title: string } | null;
  },
  recipients: string[],
  { pagePath }: Pick<EntraMfaConfig['notify'], 'pagePath'>,
): Notice {
  const { campaign, round, reminders, people, team } = of;
  const { tenant_id: tenant, campaign_id: id } = campaign;
  const to = team?.ref ?? 'security';
  const who = people === 1 ? '1 person' : `${people} people`;
  const times = reminders === 1 ? 'once' : `${reminders} times`;
  const { missing, list } = gapWords[filterOf(campaign).gap];
  const query = new URLSearchParams({
    tenant,
    ...list,
    ...(team && { team: team.ref }),
  });
  return {
    key: `reminders/${id}/${round}/${to}`,
    send: {
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: `${who}${team ? ` of ${team.title}` : ''} ${
          missing[people === 1 ? 0 : 1]
        }, reminded ${times} or more`,
        description: `“${campaign.title}” does not help them: talk to them, ask what is in the way, and ask for an exception where one is due.`,
        link: `${pagePath}/people?${query}`,
        severity: 'normal',
        topic: TOPIC,
        // The next time it takes the place of this one.
        scope: `entra-mfa/${tenant}/reminders/${id}/${to}`,
      },
    },
  };
}
