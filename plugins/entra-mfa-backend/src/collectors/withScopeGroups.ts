import { scopeGroupMembers } from './scopeGroupMembers';
import type { Collector } from './types';

/**
 * What a run reads, where exceptions name groups: their members too, also where no scope rule names one. They are read
 * after the groups of the tenant, from which they are taken where these are kept, and before the report.
 */
export function withScopeGroups(
  collectors: readonly Collector[],
  groups: readonly string[],
): readonly Collector[] {
  const { id } = scopeGroupMembers;
  if (groups.length === 0 || collectors.some(one => one.id === id)) {
    return collectors;
  }
  const report = collectors.findIndex(one => one.id === 'registrations');
  const at = report === -1 ? collectors.length : report;
  return collectors.toSpliced(at, 0, scopeGroupMembers as Collector);
}
