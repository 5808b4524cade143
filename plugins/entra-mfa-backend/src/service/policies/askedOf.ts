import type {
  Asked,
  PersonRoles,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { UserBody } from '../../collectors/types';
import { loadPolicies } from '../../evaluate/loadPolicies';
import { loadStrengths } from '../../evaluate/loadStrengths';
import type { Snapshot, SnapshotView } from '../../store/asOf/types';
import { readGroupsOf } from '../../store/evaluate/readGroupsOf';
import { toRoles } from '../heldRolesOf';
import type { PeopleAccess, ReadContext } from '../types';

/** How one person is asked for MFA at a snapshot; null where no policy was read. */
export async function askedOf(
  { knex }: ReadContext,
  { snapshot, view }: { snapshot: Snapshot; view: SnapshotView },
  person: {
    objectId: string;
    /** Null where the directory's record of them is gone. */
    user: Pick<UserBody, 'userType'> | null;
    roles: PersonRoles;
    /** Null where no row of the report is known. */
    methods: readonly string[] | null;
  },
  access: PeopleAccess,
): Promise<Asked | null> {
  const { tenantId } = view;
  const stand = { dataSets: JSON.parse(snapshot.dataSets) };
  const { reach, securityDefaults, membersVersion } = await loadPolicies(
    knex,
    tenantId,
    stand,
  );
  if (reach.isUnknown) {
    return null;
  }
  const { objectId } = person;
  const groups =
    membersVersion === null
      ? null
      : await readGroupsOf(knex, {
          dataSet: 'policy-group-members',
          tenantId,
          version: membersVersion,
          from: objectId,
          to: objectId,
        });
  const subject = {
    objectId,
    userType: person.user?.userType?.toLowerCase() ?? null,
    roles: toRoles(person.roles),
    groups: groups && (groups.get(objectId) ?? []),
  };
  return {
    ...reach.of(subject),
    securityDefaults,
    ...(access.kind === 'all' && {
      policies: reach.verdicts(
        subject,
        await loadStrengths(knex, tenantId, stand),
        person.methods,
      ),
    }),
  };
}
