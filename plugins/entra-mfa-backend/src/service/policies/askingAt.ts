import type { Asking } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { TenantCounts } from '../../assess/TenantCounts';
import { modeOf } from '../../assess/policies/modeOf';
import type { Policy } from '../../assess/policies/PolicyReach';
import type { Strength } from '../../assess/policies/Strength';
import type { PolicyPeople } from '../../collectors/types';
import { loadPolicies } from '../../evaluate/loadPolicies';
import { loadStrengths } from '../../evaluate/loadStrengths';
import type { Snapshot, SnapshotView } from '../../store/asOf/types';
import type { PeopleAccess, ReadContext } from '../types';

/**
 * What asks for MFA at a snapshot, as it was counted then; with the policies by name for who sees everybody, as long
 * as they are kept.
 */
export async function askingAt(
  { knex }: ReadContext,
  found: { snapshot: Snapshot; view: SnapshotView } | null,
  counts: TenantCounts | null,
  access: PeopleAccess,
  areKept: boolean,
): Promise<Asking | null> {
  const asking = counts?.asking ?? null;
  if (
    !found ||
    !asking ||
    !asking.policies ||
    access.kind !== 'all' ||
    !areKept
  ) {
    return asking;
  }
  const { tenantId } = found.view;
  const stand = { dataSets: JSON.parse(found.snapshot.dataSets) };
  const { policies } = await loadPolicies(knex, tenantId, stand);
  const strengths = await loadStrengths(knex, tenantId, stand);
  return {
    ...asking,
    list: (policies ?? [])
      .filter(({ body }) => modeOf(body) !== null)
      .map(policy => toNamed(policy, strengths))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function toNamed(
  { id, body }: Policy,
  strengths: ReadonlyMap<string, Strength>,
) {
  const strength = strengths.get(body.strengthId ?? '');
  return {
    id,
    name: body.displayName,
    reportOnly: modeOf(body) === 'report-only',
    strength: body.strength ?? null,
    strengthDemands: strength?.demands ?? null,
    strengthMethods: strength?.methods ?? null,
    limits: body.limits,
    include: toNumbers(body.include),
    exclude: toNumbers(body.exclude),
  };
}

function toNumbers({ users, groups, roles, guests }: PolicyPeople) {
  const tokens = new Set(['all', 'none', 'guestsorexternalusers']);
  return {
    everybody: users.includes('all'),
    users: users.filter(user => !tokens.has(user)).length,
    groups: groups.length,
    roles: roles.length,
    guests: guests === true || users.includes('guestsorexternalusers'),
  };
}
