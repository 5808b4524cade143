import { createHash } from 'crypto';
import type {
  Basis,
  EntityStatus,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RuleSettings } from '../assess/types';
import {
  readAssessedVersion,
  readUserStatus,
} from '../store/read/readEntityStatus';
import { teamQuery, type TeamRow } from '../store/read/teamQuery';
import { addUpGroups, type TenantGroup } from './addUpGroups';
import { hiddenFrom } from './smallTeams/hiddenFrom';
import { staleCauses } from '../connections/staleCauses';
import type { Found } from './Snapshots';
import { Versioned } from './routes/Versioned';
import type { PeopleAccess, ReadContext } from './types';

/**
 * The state of every tagged entity of all tenants, as far as `exposure` lets it be told. States of
 * people are for whoever sees everybody: no condition can tell whose tag a caller may read.
 */
export async function getEntityStatus(
  context: ReadContext,
  access: PeopleAccess,
): Promise<Versioned<EntityStatus>> {
  const { knex, config, clock, snapshots } = context;
  const { exposure } = config;
  const withPeople = exposure === 'all' && access.kind === 'all';
  const tenantIds = config.tenants.map(({ tenantId }) => tenantId);
  const now = clock.now();
  const staleOf = ({ snapshot }: Found) =>
    staleCauses(config, snapshot, now).length > 0;

  async function versionOf(tenant: string) {
    return snapshots.read({ tenant }, async found =>
      found
        ? [await readAssessedVersion(knex, found.view), staleOf(found)]
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
    .update(
      JSON.stringify([
        config.rules.basis,
        exposure,
        withPeople,
        config.smallTeams,
        versions,
      ]),
    )
    .digest('base64url');

  return new Versioned(version, async () => {
    const all = await Promise.all(
      (exposure === 'off' ? [] : tenantIds).map(tenant =>
        snapshots.read({ tenant }, async found =>
          found
            ? {
                basis: basisOf(found),
                users: withPeople ? await readUserStatus(knex, found.view) : [],
                groups: await readGroups(found),
              }
            : [],
        ),
      ),
    );
    const tenants = all.flat();
    const basis = basisToTell(tenants, config.rules.basis);
    const told = tenants.filter(tenant => tenant.basis === basis);
    return {
      version,
      basis,
      users: told.flatMap(({ users }) => users),
      groups: addUpGroups(told.flatMap(({ groups }) => groups)),
    };
  });
}

/** The basis on which a snapshot was assessed: another one than today's until the next is published. */
function basisOf({ snapshot }: Found): Basis {
  const { basis }: RuleSettings = JSON.parse(snapshot.settings);
  return basis;
}

/**
 * One word says on which basis all tags are. While some tenants are assessed on the configured one and
 * others not yet, those say nothing.
 */
function basisToTell(
  tenants: readonly { basis: Basis }[],
  configured: Basis,
): Basis {
  const isAssessedBy = tenants.some(({ basis }) => basis === configured);
  return isAssessedBy ? configured : tenants[0]?.basis ?? configured;
}
