import {
  securityInfoUrls,
  type TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { phoneDeliveryOf } from '../config/phoneDeliveryOf';
import { readTenantNames } from '../store/read/readTenantNames';
import type { ReadContext } from './types';

/** The configured tenants; one whose name was not read yet goes by its id. */
export async function readTenantRefs({
  knex,
  config,
}: ReadContext): Promise<TenantRef[]> {
  const ids = config.tenants.map(({ tenantId }) => tenantId);
  const names = await readTenantNames(knex, ids);
  return config.tenants.map(tenant => ({
    id: tenant.tenantId,
    name: names.get(tenant.tenantId) || tenant.tenantId,
    securityInfoUrl: securityInfoUrls[tenant.cloud],
    phoneDelivery: phoneDeliveryOf(tenant),
  }));
}
