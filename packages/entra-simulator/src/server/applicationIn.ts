import { isSameId } from './isSameId';
import type { RegisteredApplication } from './RegisteredApplication';
import type { SimulatorContext } from './SimulatorContext';
import type { ServedTenant } from './Tenants';

/**
 * The application of that id as a tenant knows it, with the permissions it has there: the one that is
 * registered in it, or the one of any tenant once its administrator has consented.
 */
export function applicationIn(
  { multiTenant, consents }: SimulatorContext,
  tenant: ServedTenant,
  clientId: string,
): (RegisteredApplication & { roles: readonly string[] }) | undefined {
  const own = tenant.application;
  if (own && isSameId(own.clientId, clientId)) {
    return { ...own, roles: own.application.registration.permissions };
  }
  const consent = consents.of(tenant.tenantId);
  return multiTenant && consent && isSameId(multiTenant.clientId, clientId)
    ? { ...multiTenant, roles: consent.permissions }
    : undefined;
}
