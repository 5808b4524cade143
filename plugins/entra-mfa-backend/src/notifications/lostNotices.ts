import type { EntraMfaConfig } from '../config/types';
import type { Lost } from './findLost';
import type { Notice } from './Notice';

/** What people switch off, if they do. */
const LOST_TOPIC = 'MFA registration lost';

/**
 * What is told of people who lost their registration: how many to security, and to the leads of each
 * team how many of its own. Nobody is named: whoever opens the page is shown whom they may see.
 */
export function lostNotices(
  tenantId: string,
  lost: Lost,
  { security, leads, pagePath }: EntraMfaConfig['notify'],
): Notice[] {
  const notice = (
    to: string,
    recipients: string[],
    people: number,
    team: { ref: string; title: string } | null,
  ): Notice => {
    const key = `lost/${lost.to.number}/${to}`;
    const query = new URLSearchParams({
      tenant: tenantId,
      kind: 'lost',
      from: lost.from.at.toISOString(),
      to: lost.to.at.toISOString(),
      ...(team && { team: team.ref }),
    });
    return {
      key,
      send: {
        recipients: { type: 'entity', entityRef: recipients },
        payload: {
          title: title(people, team?.title),
          description:
            people === 1
              ? 'Somebody who was registered for MFA is not any more. Ask them whether it was them, and to register again.'
              : 'People who were registered for MFA are not any more. Ask them whether it was them, and to register again.',
          link: `${pagePath}/changes?${query}`,
          severity: 'high',
          topic: LOST_TOPIC,
          // Sent again, it replaces the notification instead of adding one.
          scope: `entra-mfa/${tenantId}/${key}`,
        },
      },
    };
  };
  const toSecurity =
    security.length > 0
      ? [notice('security', security, lost.people, null)]
      : [];
  const toLeads = lost.teams
    .filter(team => leads && team.leads.length > 0)
    .map(team => notice(team.ref, team.leads, team.people, team));
  return [...toSecurity, ...toLeads];
}

function title(people: number, team: string | undefined): string {
  const who = people === 1 ? '1 person' : `${people} people`;
  const whose =
    people === 1 ? 'their MFA registration' : 'their MFA registrations';
  return `${who}${team ? ` of ${team}` : ''} lost ${whose}`;
}
