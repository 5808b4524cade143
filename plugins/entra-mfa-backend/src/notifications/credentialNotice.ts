import type { CredentialWarning } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dayOf } from '../assess/exceptions/days';
import type { CredentialConfig, EntraMfaConfig } from '../config/types';
import { credentialNames } from '../credentials/explainEnded';
import type { Notice } from './Notice';

/** What people switch off, if they do. */
const CREDENTIAL_TOPIC = 'MFA credential ends';

/** What security is told of a credential that ends: once for each warning, and once after its end. */
export function credentialNotice(
  credential: {
    tenantId: string;
    kind: CredentialConfig['kind'];
    endsAt: Date;
    warning: CredentialWarning;
  },
  { security, pagePath }: EntraMfaConfig['notify'],
): Notice {
  const { tenantId, kind, endsAt, warning } = credential;
  const what = `${credentialNames[kind]} that MFA data is read with`;
  const query = new URLSearchParams({ tenant: tenantId });
  return {
    key: `credential/${endsAt.toISOString()}/${warning}`,
    send: {
      recipients: { type: 'entity', entityRef: security },
      payload: {
        title: `${what} ${warning === 0 ? 'ended' : 'ends'} on ${dayOf(
          endsAt,
        )}`,
        description:
          warning === 0
            ? 'Nothing new can be read until it is replaced, and figures go stale.'
            : 'From then on nothing new can be read, and figures go stale. Replace it before.',
        link: `${pagePath}/connections?${query}`,
        severity: warning <= 3 ? 'high' : 'normal',
        topic: CREDENTIAL_TOPIC,
        // A later warning replaces the one before it.
        scope: `entra-mfa/${tenantId}/credential`,
      },
    },
  };
}
