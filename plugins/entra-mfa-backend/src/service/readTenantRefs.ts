import {
  securityInfoUrls,
  type TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { phoneDeliveryOf } from '../config/phoneDeliveryOf';
import { readDisconnected } from '../store/connections/readDisconnected';
import { readTenantNames } from '../store/read/readTenantNames';
import type { ReadContext } from './types';

/**
 * The tenants that are read, and after them those that were, whose figures can still be looked at; one whose name was
 * not read yet goes by its id.
 */
export async function readTenantRefs({
  knex,
  config,
}: Pick<ReadContext, 'knex' | 'config'>): Promise<TenantRef[]> {
  const read = config.tenants.map(tenant => tenant.tenantId);
  const gone = [...(await readDisconnected(knex))].filter(
    ([id]) => !read.includes(id),
  );
  const names = await readTenantNames(knex, [
    ...read,
    ...gone.map(([id]) => id),
  ]);
  const refOf = (
    id: string,
    of: Parameters<typeof phoneDeliveryOf>[0],
  ): TenantRef => ({
    id,
    name: names.get(id) || id,
    securityInfoUrl: securityInfoUrls[of.cloud],
    phoneDelivery: phoneDeliveryOf(of),
  });
  // Which cloud it is in is not known any more of one that has gone from the configuration.
  const then = {
    cloud: config.connect?.cloud ?? 'global',
    ownTelephonyProvider: false,
  };
  return [
    ...config.tenants.map(tenant => refOf(tenant.tenantId, tenant)),
    ...gone.map(([id, since]) => ({
      ...refOf(id, then),
      disconnectedAt: since.toISOString(),
    })),
  ];
}
