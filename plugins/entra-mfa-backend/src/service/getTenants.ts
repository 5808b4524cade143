import type { Tenants } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { addressOf } from '../collectors/addressOf';
import { consentUrlOf } from '../config/consentUrlOf';
import { readCredentialEnd } from '../credentials/credentialEnd';
import { readFreshness } from './readFreshness';
import { readTenantRefs } from './readTenantRefs';
import type { ReadContext } from './types';

/** The configured tenants with their health, and what each data set needs. */
export async function getTenants(context: ReadContext): Promise<Tenants> {
  const { clock, collectors, config, snapshots } = context;
  const refs = (await readTenantRefs(context)).filter(
    ({ disconnectedAt }) => disconnectedAt === undefined,
  );
  const items = await Promise.all(
    refs.map(ref =>
      snapshots.read({ tenant: ref.id }, async found => {
        const tenant = config.tenants.find(
          ({ tenantId }) => tenantId === ref.id,
        )!;
        const { kind } = tenant.credential;
        const end = await readCredentialEnd(tenant.credential, clock.now());
        return {
          ...ref,
          clientId: tenant.clientId,
          consentUrl: consentUrlOf(tenant),
          credential: {
            kind,
            endsAt: end.endsAt?.toISOString() ?? null,
            warning: end.warning,
          },
          freshness: await readFreshness(
            context,
            ref.id,
            found?.snapshot ?? null,
            undefined,
          ),
        };
      }),
    ),
  );
  return {
    items,
    dataSets: collectors.map(collector => {
      const { id, title, source, permission, licence, why } = collector;
      const endpoint = addressOf(collector);
      return { id, title, source, endpoint, permission, licence, why };
    }),
  };
}
