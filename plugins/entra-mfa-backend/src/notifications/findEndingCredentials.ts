import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { EntraMfaConfig } from '../config/types';
import { readCredentialEnd } from '../credentials/credentialEnd';
import { credentialNotice } from './credentialNotice';
import type { NoticeFinder } from './Notice';

/** Finds the credential of a tenant where it is about to end or has ended, for security. */
export function findEndingCredentials({
  tenants,
  clock,
  notify,
}: Pick<EntraMfaConfig, 'tenants' | 'notify'> & {
  clock: Pick<EntraMfaClock, 'now'>;
}): NoticeFinder {
  return {
    what: 'the end of the credential',
    async *find(tenantId) {
      const tenant = tenants.find(one => one.tenantId === tenantId);
      if (!tenant || notify.security.length === 0) {
        return;
      }
      const { kind } = tenant.credential;
      const end = await readCredentialEnd(tenant.credential, clock.now());
      const { endsAt, warning } = end;
      if (endsAt !== null && warning !== null) {
        yield [credentialNotice({ tenantId, kind, endsAt, warning }, notify)];
      }
    },
  };
}
