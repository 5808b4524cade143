import type { RuleSettings } from '../assess/types';
import { phoneDeliveryOf } from './phoneDeliveryOf';
import type { EntraMfaConfig } from './types';

/** What the rules are given for a configured tenant. */
export function rulesOf(
  { rules, tenants }: Pick<EntraMfaConfig, 'rules' | 'tenants'>,
  tenantId: string,
): RuleSettings {
  const tenant = tenants.find(each => each.tenantId === tenantId);
  return tenant ? { ...rules, phoneDelivery: phoneDeliveryOf(tenant) } : rules;
}
