import { NotFoundError } from '@backstage/errors';
import type {
  PersonTenants,
  TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readDirectTeams } from '../store/read/readDirectTeams';
import { readEntityRefs } from '../store/read/readEntityRefs';
import { readPeopleOfUsers } from '../store/read/readPeopleOfUsers';
import { readPerson } from '../store/read/readPerson';
import { toSnapshotRef } from './figures';
import { isReadAt } from './isReadAt';
import { readFreshness } from './readFreshness';
import { readTenantRefs } from './readTenantRefs';
import { toPerson } from './toPerson';
import type { PeopleAccess, QueryOf, ReadContext } from './types';

type Item = PersonTenants['items'][number];

/**
 * Where else a person is: people of other tenants with a User entity of theirs, as far as the caller may see each by
 * what is known in that tenant.
 */
export async function getPersonTenants(
  context: ReadContext,
  { tenant, id }: { tenant: string; id: string },
  query: QueryOf<'getPersonTenants'>,
  access: PeopleAccess,
): Promise<PersonTenants> {
  const { knex, snapshots, clock } = context;
  const users = await snapshots.readPublished(
    { tenant, ...query },
    async ({ view }) => {
      const row =
        access.kind !== 'none' &&
        (await readPerson(
          knex,
          view,
          id.toLowerCase(),
          access.kind === 'some' ? access.criteria : null,
        ));
      if (!row) {
        throw new NotFoundError(
          'There is no such person at that time, or you may not see them: your policy on entra-mfa.people.read decides whom you see',
        );
      }
      const refs = await readEntityRefs(knex, view, [row]);
      return { of: view.tenantId, refs: refs.get(row.object_id) ?? [] };
    },
  );
  const others = (await readTenantRefs(context)).filter(
    other => other.id !== users.of && isReadAt(other, query.at, clock.now()),
  );
  const items: Item[] = [];
  for (const other of users.refs.length > 0 ? others : []) {
    items.push(
      ...(await peopleIn(context, other, users.refs, query.at, access)),
    );
  }
  return { items };
}

async function peopleIn(
  context: ReadContext,
  tenant: TenantRef,
  refs: readonly string[],
  at: string | undefined,
  access: PeopleAccess,
): Promise<Item[]> {
  const { knex, snapshots } = context;
  try {
    return await snapshots.read({ tenant: tenant.id, at }, async found => {
      if (!found) {
        return [];
      }
      const { snapshot, view } = found;
      const rows = await readPeopleOfUsers(
        knex,
        view,
        refs,
        access.kind === 'some' ? access.criteria : null,
      );
      if (rows.length === 0) {
        return [];
      }
      const ids = rows.map(row => row.object_id);
      const [teams, { stale }] = await Promise.all([
        readDirectTeams(knex, view, ids),
        readFreshness(context, tenant.id, snapshot, at),
      ]);
      return rows.map(row => ({
        tenant,
        snapshot: toSnapshotRef(snapshot),
        stale,
        person: toPerson(row, teams.get(row.object_id)),
      }));
    });
  } catch (error) {
    // The history of one tenant may begin later than that of another.
    if (at !== undefined && error instanceof NotFoundError) return [];
    throw error;
  }
}
