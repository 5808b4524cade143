import {
  coverageOf,
  type EntityStatus,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A Group as one tenant counts it. */
export interface TenantGroup {
  ref: string;
  covered: number;
  uncovered: number;
  targetPermille: number;
  /** Whether the tenant's data was stale. */
  stale: boolean;
  /** Whether the Group is too small in the tenant, or hides one that is. */
  hidden: boolean;
}

/**
 * The figure of each Group over all tenants: its people of every tenant, added up. On stale data no
 * target counts as met or missed; a tenant that counts nobody of the Group says nothing about it. Where
 * one tenant's part is hidden, the sum would tell it.
 */
export function addUpGroups(groups: TenantGroup[]): EntityStatus['groups'] {
  const sums = new Map<string, TenantGroup>();
  for (const group of groups) {
    const sum = sums.get(group.ref);
    const stale = group.stale && group.covered + group.uncovered > 0;
    sums.set(group.ref, {
      ref: group.ref,
      covered: group.covered + (sum?.covered ?? 0),
      uncovered: group.uncovered + (sum?.uncovered ?? 0),
      // A Group has one target; tenants that were assessed before and after a change of it differ.
      targetPermille: Math.max(group.targetPermille, sum?.targetPermille ?? 0),
      stale: stale || (sum?.stale ?? false),
      hidden: group.hidden || (sum?.hidden ?? false),
    });
  }
  return [...sums.values()].map(sum => {
    if (sum.hidden) {
      return {
        entityRef: sum.ref,
        hidden: true,
        permille: null,
        met: null,
        covered: null,
        uncovered: null,
      };
    }
    const { covered, uncovered, targetPermille, stale } = sum;
    const { permille, met } = coverageOf(covered, uncovered, targetPermille);
    const entityRef = sum.ref;
    return { entityRef, permille, met: stale ? null : met, covered, uncovered };
  });
}
