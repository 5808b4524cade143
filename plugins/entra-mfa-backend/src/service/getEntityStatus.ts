import { createHash } from 'crypto';
import {
  readJudgedVersion,
  readUserStatus,
} from '../store/read/readEntityStatus';
import { teamQuery, type TeamRow } from '../store/read/teamQuery';
import { addUpGroups, type TenantGroup } from './addUpGroups';
import { isStale } from './isStale';
import { hiddenFrom } from './smallTeams/hiddenFrom';
import type { Found } from './Snapshots';
import type { EntityStatusAnswer, ReadContext } from './types';

/** The state of every tagged entity of all tenants, as far as `exposure` lets it be told. */
export async function getEntityStatus(
  context: ReadContext,
): Promise<EntityStatusAnswer> {
  const { knex, config, clock, snapshots } = context;
  const { exposure } = config;
  const tenantIds = config.tenants.map(({ tenantId }) => tenantId);
  const { basis } = config.rules;
  const now = clock.now();
  const staleOf = ({ snapshot }: Found) => isStale(config, snapshot, now);

  async function versionOf(tenant: string) {
    return snapshots.read({ tenant }, async found =>
      found
        ? [await readJudgedVersion(knex, found.view), staleOf(found)]
        : null,
    );
  }
  async function readGroups(found: Found): Promise<TenantGroup[]> {
    const rows: TeamRow[] = await teamQuery(knex, found.view).orderBy('ref');
    // Whoever reads the catalog reads it, with or without the people's names.
    const hidden = await hiddenFrom(context, found.view, { kind: 'none' });
    const stale = staleOf(found);
    return rows.map(row => ({
      ...row,
      stale,
      hidden: hidden.teams.has(row.ref),
    }));
  }
  const versions =
    exposure === 'off' ? [] : await Promise.all(tenantIds.map(versionOf));
  const version = createHash('sha256')
    .update(JSON.stringify([basis, exposure, config.smallTeams, versions]))
    .digest('base64url');

  return {
    version,
    async read() {
      const all = await Promise.all(
        (exposure === 'off' ? [] : tenantIds).map(tenant =>
          snapshots.read({ tenant }, async found => ({
            users:
              found && exposure === 'all'
                ? await readUserStatus(knex, found.view)
                : [],
            groups: found ? await readGroups(found) : [],
          })),
        ),
      );
      return {
        version,
        basis,
        users: all.flatMap(({ users }) => users),
        groups: addUpGroups(all.flatMap(({ groups }) => groups)),
      };
    },
  };
}
