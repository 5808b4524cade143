import {
  coverageOf,
  type EntityStatus,
} from 'backstage-plugin-entra-mfa-common';
import { createHash } from 'crypto';
import type { Knex } from 'knex';
import {
  readJudgedVersion,
  readUserStatus,
} from '../store/read/readEntityStatus';
import { teamQuery, type TeamListRow } from '../store/read/teamQuery';
import type { SnapshotView } from '../store/read/types';
import type { EntityStatusAnswer, ReadContext } from './types';

/** The state of every tagged entity of all tenants. */
export async function getEntityStatus(
  context: ReadContext,
): Promise<EntityStatusAnswer> {
  const { knex, config, snapshots } = context;
  const tenantIds = config.tenants.map(({ tenantId }) => tenantId);
  const { basis } = config.rules;

  async function versionOf(tenant: string): Promise<string> {
    return snapshots.read({ tenant }, async found =>
      found ? readJudgedVersion(knex, found.view) : '',
    );
  }
  const versions = await Promise.all(tenantIds.map(versionOf));
  const version = createHash('sha256')
    .update(JSON.stringify([basis, versions]))
    .digest('base64url');

  return {
    version,
    async read() {
      const all = await Promise.all(
        tenantIds.map(tenant =>
          snapshots.read({ tenant }, async found => ({
            users: found ? await readUserStatus(knex, found.view) : [],
            groups: found ? await readGroups(knex, found.view) : [],
          })),
        ),
      );
      return {
        version,
        basis,
        users: all.flatMap(({ users }) => users),
        groups: all.flatMap(({ groups }) => groups),
      };
    },
  };
}

async function readGroups(
  knex: Knex,
  view: SnapshotView,
): Promise<EntityStatus['groups']> {
  const rows: TeamListRow[] = await teamQuery(knex, view, null).orderBy('ref');
  return rows.map(row => {
    const { permille, met, covered, uncovered } = coverageOf(
      row.covered,
      row.uncovered,
      row.targetPermille,
    );
    return { entityRef: row.ref, permille, met, covered, uncovered };
  });
}
