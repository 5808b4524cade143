import type { MethodsPolicy } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { MethodTargets } from '../../collectors/types';
import { loadMethodsPolicy } from '../../evaluate/loadMethodsPolicy';
import type { Snapshot, SnapshotView } from '../../store/asOf/types';
import type { PeopleAccess, ReadContext } from '../types';

/** The methods policy at a snapshot, for who sees everybody; null where it was not read. */
export async function methodsPolicyAt(
  { knex }: Pick<ReadContext, 'knex'>,
  found: { snapshot: Snapshot; view: SnapshotView } | null,
  access: PeopleAccess,
): Promise<MethodsPolicy | null> {
  const loaded =
    found && access.kind === 'all'
      ? await loadMethodsPolicy(knex, found.view.tenantId, {
          dataSets: JSON.parse(found.snapshot.dataSets),
        })
      : null;
  if (!loaded) {
    return null;
  }
  const { migration, campaign, methods } = loaded.policy;
  return {
    migration,
    campaign: campaign && {
      ...campaign,
      include: toNumbers(campaign.include),
      exclude: toNumbers(campaign.exclude),
    },
    groupsKnown: loaded.membersVersion !== null,
    methods: methods.map(({ id, external, enabled, include, exclude }) => ({
      id,
      name: external ?? null,
      enabled,
      include: toNumbers(include),
      exclude: toNumbers(exclude),
    })),
  };
}

function toNumbers({ everybody, groups, users }: MethodTargets) {
  return { everybody, groups: groups.length, users: users.length };
}
