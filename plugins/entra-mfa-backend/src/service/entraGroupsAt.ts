import { InputError } from '@backstage/errors';
import type { GroupOfPerson } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import {
  readGroupNames,
  readGroupsOfPerson,
  type GroupsAt,
} from '../store/read/entraGroups';
import type { Found } from './Snapshots';
import type { ReadContext } from './types';

type Config = Pick<ReadContext, 'config'>;

/** The groups of the tenant as a snapshot knew them; null where they are not read, or were not then. */
export function entraGroupsAt(
  { config }: Config,
  { snapshot, view }: Found,
): GroupsAt | null {
  const version: number | undefined = JSON.parse(snapshot.dataSets).groups
    ?.version;
  return config.entraGroups.read && version ? { view, version } : null;
}

/** Refuses to list who is in a group where that is not known: an empty list would say that nobody is. */
export function refuseGroup(
  context: Config,
  found: Found,
  { group }: { group?: string },
): void {
  if (group !== undefined && !entraGroupsAt(context, found)) {
    throw new InputError(
      "Parameter 'group' cannot be answered: groups of the tenant are known only where the configuration sets entraMfa.entraGroups.read and Microsoft gives them, and since then. Leave it out",
    );
  }
}

/** The groups that a person is in, by name; null where that is not known. One that is not chosen has no name here. */
export async function groupsOfPerson(
  knex: Knex,
  at: GroupsAt | null,
  objectId: string,
): Promise<GroupOfPerson[] | null> {
  if (!at) {
    return null;
  }
  const { direct, all } = await readGroupsOfPerson(knex, at, objectId);
  const names = await readGroupNames(knex, at, [...all]);
  return [...names]
    .map(([id, group]) => ({ id, ...group, direct: direct.has(id) }))
    .sort(
      (one, other) =>
        Number(other.direct) - Number(one.direct) ||
        one.name.localeCompare(other.name, 'en') ||
        (one.id < other.id ? -1 : 1),
    );
}
