import type { Services } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { toSnapshotRef } from '../figures';
import { readFreshness } from '../readFreshness';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { readServicesPage, servicesPlace } from './readServicesPage';

/** Which services are worst off: all that is owned, by how its owners are covered. */
export async function getServices(
  context: ReadContext,
  query: QueryOf<'getServices'>,
  access: PeopleAccess,
): Promise<Services> {
  const { snapshots } = context;
  const tenantId = await snapshots.tenantOf(query.tenant);
  const asOf = { ...query, snapshot: servicesPlace(query)?.snapshot };
  return snapshots.read(asOf, async found => {
    const freshness = await readFreshness(
      context,
      tenantId,
      found?.snapshot ?? null,
      query.at,
    );
    if (!found) {
      return {
        snapshot: null,
        freshness,
        items: [],
        ...(query.count && { totalItems: 0 }),
        pageInfo: { nextCursor: null },
      };
    }
    return {
      snapshot: toSnapshotRef(found.snapshot),
      freshness,
      ...(await readServicesPage(context, found.view, query, access)),
    };
  });
}
