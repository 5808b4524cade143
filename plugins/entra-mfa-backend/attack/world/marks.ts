/** The two tenants. */
export type TenantMark = 'a' | 'b';

/** They have everything in common but their ids, their secrets and the names in them. */
export const marks = {
  a: {
    // The one of the tests of the API, which tables of requests name.
    tenantId: '0a1b2c3d-0000-4000-8000-000000000001',
    clientSecret: 'the-secret-of-tenant-a',
  },
  b: {
    tenantId: '0a1b2c3d-0000-4000-8000-000000000002',
    clientSecret: 'the-secret-of-tenant-b',
  },
} as const;

/** What stands in words that are no names, so that it is seen when the other tenant is told them. */
export function words(mark: TenantMark): string {
  return `qz${mark}000`;
}
