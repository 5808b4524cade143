import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { readTenantCounts } from '../store/read/readCounts';
import type { SnapshotView } from '../store/asOf/types';

/**
 * Refuses to list who has a role at a time of which it was not kept: an empty list would say that nobody
 * has.
 */
export async function refuseRolesNotKept(
  knex: Knex,
  view: SnapshotView,
  { role }: { role?: readonly string[] },
): Promise<void> {
  if (!role?.length) {
    return;
  }
  const counts = await readTenantCounts(knex, view);
  if (!counts?.privilegedRoles) {
    throw new InputError(
      "Parameter 'role' cannot be answered of that time: who held which role was not kept then. Choose a later date, or leave it out",
    );
  }
}
