import { DateTime } from 'luxon';
import type { EntraMfaConfig } from '../config/types';
import type { LedTeam } from '../store/notices/readLedTeams';
import type { Notice } from './Notice';

/** What people switch off, if they do. */
const TOPIC = 'MFA registration by month';

/** What the leads of a team, or security of everyone, are told of a month. Nobody is named. */
export function monthNotice(
  of: { tenantId: string; month: string; readAt: Date },
  { pagePath }: Pick<EntraMfaConfig['notify'], 'pagePath'>,
  whose: Omit<LedTeam, 'ref'> & {
    /** Null for everyone. */
    ref: string | null;
  },
): Notice {
  const { tenantId, month, readAt } = of;
  const { ref, title, leads, covered, uncovered, before } = whose;
  const key = `month/${month}/${ref ?? 'security'}`;
  const name = DateTime.fromISO(month, { locale: 'en' }).toFormat('LLLL yyyy');
  const read = DateTime.fromJSDate(readAt, { zone: 'utc' }).setLocale('en');
  const more = before && covered - before.covered;
  const compared =
    more === null
      ? ''
      : `, ${Math.abs(more)} ${
          more < 0 ? 'fewer' : 'more'
        } than a month before`;
  const query = new URLSearchParams({
    tenant: tenantId,
    month,
    ...(ref !== null && { team: ref }),
  });
  return {
    key,
    send: {
      recipients: { type: 'entity', entityRef: leads },
      payload: {
        title: `${title} in ${name}: ${covered} of ${
          covered + uncovered
        } registered for MFA`,
        description: `As read on ${read.toFormat(
          'd LLLL',
        )}: ${uncovered} not registered, ${covered} registered${compared}. The report says who is new, what was fixed and what comes.`,
        link: `${pagePath}/changes/month?${query}`,
        severity: 'normal',
        topic: TOPIC,
        // Sent again, it replaces the notification instead of adding one.
        scope: `entra-mfa/${tenantId}/${key}`,
      },
    },
  };
}
