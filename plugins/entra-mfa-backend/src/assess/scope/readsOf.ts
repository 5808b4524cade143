import {
  parseScopeFilter,
  propertiesOf,
  propertiesOnDemand,
  type PropertyOnDemand,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ScopeRule } from './types';

/** What has to be read for rules besides: properties that they name, each once, and whether one names a group. */
export function readsOf(
  rules: readonly Pick<ScopeRule, 'filter' | 'group'>[],
): { properties: PropertyOnDemand[]; groups: boolean } {
  const named = rules.flatMap(({ filter }) => {
    const parsed = filter === null ? null : parseScopeFilter(filter);
    return parsed && 'filter' in parsed ? propertiesOf(parsed.filter) : [];
  });
  return {
    properties: propertiesOnDemand.filter(property => named.includes(property)),
    groups: rules.some(({ group }) => group !== null),
  };
}
