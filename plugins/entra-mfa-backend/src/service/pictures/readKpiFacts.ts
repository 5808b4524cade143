import { parseEntityRef } from '@backstage/catalog-model';
import type { Basis, Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { getOverview } from '../getOverview';
import { getTeam } from '../getTeam';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import type { KpiFacts } from './KpiFacts';

/** What the page shows of a team or of a tenant to who may see these people by name. */
export async function readKpiFacts(
  context: ReadContext,
  { tenant, team }: QueryOf<'getKpiPicture'>,
  people: PeopleAccess,
): Promise<KpiFacts> {
  if (team === 'organization') {
    return ofTenant(context, tenant, people);
  }
  const found = await getTeam(context, team, { tenant }, people);
  const { title, counts, coverage, targetPermille, freshness } = found;
  return {
    title: title || parseEntityRef(team).name,
    figure:
      counts && coverage
        ? { coverage, targetPermille, freshness, basis: basisOf(counts) }
        : 'Not shown, to protect small teams',
  };
}

async function ofTenant(
  context: ReadContext,
  asked: string | undefined,
  people: PeopleAccess,
): Promise<KpiFacts> {
  const { tenant, counts, basis, targetPermille, freshness } =
    await getOverview(context, { tenant: asked }, people);
  return {
    title: tenant?.name ?? 'Organization',
    figure: counts
      ? { coverage: counts.coverage, basis, targetPermille, freshness }
      : 'Nothing has been read yet',
  };
}

/** The basis that a team is counted on: `capable` has reasons of its own. */
function basisOf({ reasons }: NonNullable<Team['counts']>): Basis {
  return reasons.some(({ reason }) => /^(not-)?capable$/.test(reason))
    ? 'capable'
    : 'registered';
}
