import type { RoleSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RuleSettings } from '../../assess/types';
import type { Found } from '../Snapshots';
import type { PeopleAccess, ReadContext } from '../types';
import { hiddenFromRoles } from './hiddenFromRoles';
import { roleCounts } from './roleCounts';

/** What a caller is shown of how many have a role. */
export type RoleFigures = Pick<
  RoleSummary,
  'id' | 'hidden' | 'all' | 'active' | 'eligible' | 'outOfScope'
>;

/** The figures of every role that somebody has, without those that are hidden from the caller. */
export async function roleFigures(
  context: Pick<ReadContext, 'knex' | 'config'>,
  { view, snapshot }: Found,
  access: PeopleAccess,
): Promise<RoleFigures[]> {
  const settings: RuleSettings = JSON.parse(snapshot.settings);
  const roles = await roleCounts(context.knex, view);
  const hidden = await hiddenFromRoles(context, view, access, roles, settings);
  return roles.map(({ id, all, active, eligible, outOfScope }) => {
    const isHidden = hidden.roles.has(id);
    const areKindsHidden = isHidden || hidden.kinds.has(id);
    return {
      id,
      hidden: isHidden,
      all: isHidden ? null : all,
      active: areKindsHidden ? null : active,
      eligible: areKindsHidden ? null : eligible,
      outOfScope: isHidden ? null : outOfScope,
    };
  });
}
