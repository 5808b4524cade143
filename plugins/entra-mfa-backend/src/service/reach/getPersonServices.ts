import { NotFoundError } from '@backstage/errors';
import type { PersonServices } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readPerson } from '../../store/read/readPerson';
import { toSnapshotRef } from '../figures';
import { readFreshness } from '../readFreshness';
import { readTenantRefs } from '../readTenantRefs';
import { toPerson } from '../toPerson';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { readReachedPage, servicesPlace } from './readServicesPage';

/** What a person reaches: as a User, through their teams, and through the teams above those. */
export async function getPersonServices(
  context: ReadContext,
  { tenant, id }: { tenant: string; id: string },
  query: QueryOf<'getPersonServices'>,
  access: PeopleAccess,
): Promise<PersonServices> {
  const { knex, snapshots } = context;
  const tenants = await readTenantRefs(context);
  const snapshot = servicesPlace(query)?.snapshot;
  const asOf = { tenant, at: query.at, snapshot };
  return snapshots.readPublished(asOf, async found => {
    const { view } = found;
    const objectId = id.toLowerCase();
    const row =
      access.kind !== 'none' &&
      (await readPerson(
        knex,
        view,
        objectId,
        access.kind === 'some' ? access.criteria : null,
      ));
    if (!row) {
      throw new NotFoundError(
        'There is no such person at that time, or you may not see them: your policy on entra-mfa.people.read decides whom you see',
      );
    }
    const [freshness, page] = await Promise.all([
      readFreshness(context, view.tenantId, found.snapshot, query.at),
      readReachedPage(context, view, { query, access, reacher: { objectId } }),
    ]);
    const { state, marks } = toPerson(row, undefined);
    return {
      tenant: tenants.find(ref => ref.id === view.tenantId)!,
      snapshot: toSnapshotRef(found.snapshot),
      freshness,
      person: {
        id: objectId,
        state,
        phoneOnly: state !== 'out-of-scope' && marks.includes('phone-only'),
      },
      ...page,
    };
  });
}
