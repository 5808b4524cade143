import {
  coverageOf,
  formatPermille,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaConfig } from '../config/types';
import { toDate } from '../store/sql/instant';
import type { PublicationHoldRow } from '../store/sql/tables';
import type { Notice } from './Notice';

/** What people switch off, if they do. */
const HOLD_TOPIC = 'MFA figure held';

const doubtedText =
  'Microsoft Graph or the catalog gave far fewer users, groups or memberships than before. The page says which. If that is right, a second reading that agrees is taken; it can be released before that, too.';

/** What security is told of a figure that is held: once, also when later reads come to another one. */
export function holdNotice(
  hold: PublicationHoldRow,
  { security, pagePath }: EntraMfaConfig['notify'],
): Notice {
  const key = `hold/${toDate(hold.since).toISOString()}`;
  const from = printed(hold.from_covered, hold.from_uncovered);
  const to = printed(hold.to_covered, hold.to_uncovered);
  const doubted = hold.data_sets !== null;
  const query = new URLSearchParams({ tenant: hold.tenant_id });
  return {
    key,
    send: {
      recipients: { type: 'entity', entityRef: security },
      payload: {
        title: doubted
          ? 'The MFA figure is held: much of what it is made of is gone'
          : `The MFA figure is held: it would fall from ${from} to ${to}`,
        description: doubted
          ? doubtedText
          : 'A lost licence or permission, or an outage of Microsoft’s report, looks like this. Check which it is. If the fall is real, release the figure on the page.',
        link: `${pagePath}?${query}`,
        severity: 'critical',
        topic: HOLD_TOPIC,
        // Sent again, it replaces the notification instead of adding one.
        scope: `entra-mfa/${hold.tenant_id}/${key}`,
      },
    },
  };
}

function printed(covered: number, uncovered: number): string {
  const { permille } = coverageOf(covered, uncovered, 0);
  return formatPermille(permille) ?? 'nothing';
}
