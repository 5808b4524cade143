import type { RuleSettings } from '../assess/types';
import { phoneDeliveryOf } from './phoneDeliveryOf';
import type { EntraMfaConfig } from './types';

/** What the rules are given for a tenant. */
export function rulesOf(
  {
    rules,
    scopeRules,
    tenants,
  }: Pick<EntraMfaConfig, 'rules' | 'scopeRules' | 'tenants'>,
  tenantId: string,
): RuleSettings {
  const tenant = tenants.find(each => each.tenantId === tenantId);
  const own = scopeRules
    .filter(rule => rule.tenantId === null || rule.tenantId === tenantId)
    .map(({ tenantId: _, ...rule }) => rule);
  return {
    ...rules,
    // Only where there are some, so that the rules of who has none stay as they are.
    ...(own.length > 0 && { scopeRules: own }),
    ...(tenant && { phoneDelivery: phoneDeliveryOf(tenant) }),
  };
}
