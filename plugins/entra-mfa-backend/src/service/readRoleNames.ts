import type { Knex } from 'knex';
import { privilegedRoles } from '../assess/roles/privilegedRoles';
import type {
  DataSetId,
  RoleDefinitionBody,
  RoleGroupBody,
} from '../collectors/types';
import { readRecordsOf } from '../store/read/readRecordsOf';
import type { Snapshot } from '../store/asOf/types';
import type { SnapshotDataSet } from '../store/sql/tables';

/** What roles and groups are called, by id; what no name is known of is in neither. */
export interface RoleNames {
  roles: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
  /** Whether a role is one of Microsoft's own. */
  builtIn: ReadonlyMap<string, boolean | null>;
}

/** Reads what roles and groups were called at a snapshot; else Microsoft's list of privileged roles tells. */
export async function readRoleNames(
  knex: Knex,
  tenantId: string,
  snapshot: Pick<Snapshot, 'dataSets'>,
  ids: { roles: readonly string[]; groups: readonly string[] },
): Promise<RoleNames> {
  const dataSets: Partial<Record<DataSetId, SnapshotDataSet>> = JSON.parse(
    snapshot.dataSets,
  );
  const read = async <Body>(dataSet: DataSetId, keys: readonly string[]) => {
    const version = dataSets[dataSet]?.version;
    return version === undefined || keys.length === 0
      ? []
      : readRecordsOf<Body>(knex, { tenantId, dataSet, version }, { keys });
  };
  const [definitions, groups] = await Promise.all([
    read<RoleDefinitionBody>('role-definitions', ids.roles),
    read<RoleGroupBody>('role-groups', ids.groups),
  ]);
  return {
    roles: new Map([
      ...privilegedRoles,
      ...definitions.map(({ key, body }): [string, string] => [
        key,
        body.displayName,
      ]),
    ]),
    builtIn: new Map<string, boolean | null>([
      ...[...privilegedRoles.keys()].map((id): [string, boolean] => [id, true]),
      ...definitions.map(({ key, body }): [string, boolean | null] => [
        key,
        body.isBuiltIn,
      ]),
    ]),
    groups: new Map(
      groups.flatMap(({ key, body }): [string, string][] =>
        body.displayName ? [[key, body.displayName]] : [],
      ),
    ),
  };
}
