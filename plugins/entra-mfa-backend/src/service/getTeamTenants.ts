import { NotFoundError } from '@backstage/errors';
import {
  totalOf,
  type TeamTenants,
  type TenantRef,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readTeam } from '../store/read/readTeam';
import { accessTo } from './accessTo';
import { toSnapshotRef, toTeamSummary } from './figures';
import { viewBefore } from './getTeams';
import { isReadAt } from './isReadAt';
import { readFreshness } from './readFreshness';
import { readTenantRefs } from './readTenantRefs';
import { hiddenFrom } from './smallTeams/hiddenFrom';
import { hideFigures } from './smallTeams/hideFigures';
import { hideSmallBefore } from './smallTeams/hidePast';
import { withAnyNames } from './smallTeams/withAnyNames';
import type { PeopleAccess, QueryOf, ReadContext } from './types';

type Item = TeamTenants['items'][number];

/**
 * A team in each tenant that has people of it, beside each other, and all of them as one line: in those that are read,
 * and on a past day also in those that were read then.
 */
export async function getTeamTenants(
  context: ReadContext,
  ref: string,
  query: QueryOf<'getTeamTenants'>,
  asked: PeopleAccess,
): Promise<TeamTenants> {
  const items: Item[] = [];
  let isKnown = false;
  let hasData = false;
  let noData: NotFoundError | null = null;
  for (const tenant of await readTenantRefs(context)) {
    if (!isReadAt(tenant, query.at, context.clock.now())) {
      continue;
    }
    try {
      const item = await teamIn(context, tenant, ref, query.at, asked);
      hasData = true;
      isKnown ||= item !== null;
      // A team that has nobody there says nothing.
      if (item && (item.team.hidden || item.team.people !== 0)) {
        items.push(item);
      }
    } catch (error) {
      // The history of one tenant may begin later than that of another.
      if (!(error instanceof NotFoundError)) throw error;
      noData ??= error;
    }
  }
  if (noData && !hasData) {
    throw noData;
  }
  if (!isKnown) {
    throw new NotFoundError(`The catalog had no group ${ref} when it was read`);
  }
  return { items, total: addUp(items) };
}

async function teamIn(
  context: ReadContext,
  tenant: TenantRef,
  ref: string,
  at: string | undefined,
  asked: PeopleAccess,
): Promise<Item | null> {
  const { knex, snapshots } = context;
  return snapshots.readCounts(
    { tenant: tenant.id, at },
    async (found, hasPeople) => {
      if (!found) {
        return null;
      }
      const { snapshot, view } = found;
      const access = accessTo(hasPeople, asked);
      const team = await readTeam(
        knex,
        view,
        await viewBefore(knex, found),
        ref,
      );
      if (!team) {
        return null;
      }
      const [freshness, hidden, anyNames] = await Promise.all([
        readFreshness(context, tenant.id, snapshot, at),
        hiddenFrom(context, view, access),
        withAnyNames(context, view, access, [ref]),
      ]);
      const { stale, readAt } = freshness;
      const summary = toTeamSummary(
        hideSmallBefore(context, team, access),
        stale,
        anyNames.has(ref),
      );
      return {
        tenant,
        snapshot: toSnapshotRef(snapshot),
        readAt,
        stale,
        team: hideFigures(summary, hidden),
      };
    },
  );
}

/** Of figures that are not stale and that the caller is shown; nothing where that is not of several. */
function addUp(items: readonly Item[]): TeamTenants['total'] {
  const added = items.flatMap(({ tenant, stale, team }) =>
    stale || team.coverage === null
      ? []
      : [{ id: tenant.id, people: team.people ?? 0, ...team.coverage }],
  );
  return added.length < 2
    ? null
    : {
        tenants: added.map(({ id }) => id),
        people: added.reduce((all, { people }) => all + people, 0),
        ...totalOf(added),
      };
}
