import { NotFoundError } from '@backstage/errors';
import type { Team } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readTeamCounts } from '../store/read/readCounts';
import { readSeries } from '../store/read/readSeries';
import { readAncestors, readTeam } from '../store/read/readTeam';
import { readTeams } from '../store/read/readTeams';
import { seesWholeTeam } from '../store/read/readTeamVisibility';
import type { SnapshotView } from '../store/asOf/types';
import { accessTo } from './accessTo';
import { exceptionsOfTeam } from './exceptions/exceptionsOfTeam';
import {
  toAssessedCounts,
  toSeriesPoint,
  toSnapshotRef,
  toTeamSummary,
} from './figures';
import { forecastFrom } from './forecastFrom';
import { viewBefore } from './getTeams';
import { readFreshness } from './readFreshness';
import { readTenantRefs } from './readTenantRefs';
import { seriesStart } from './seriesStart';
import { requirePublished } from './Snapshots';
import { hiddenFrom } from './smallTeams/hiddenFrom';
import { hideTeam } from './smallTeams/hideFigures';
import { hideSmallBefore, withoutSmallDays } from './smallTeams/hidePast';
import { withAnyNames } from './smallTeams/withAnyNames';
import type { PeopleAccess, QueryOf, ReadContext } from './types';

/** More sub-teams than a page of the portal can show; the list of teams pages through all. */
const CHILDREN = 1_000;

/** One team, its sub-teams and its history. */
export async function getTeam(
  context: ReadContext,
  ref: string,
  query: QueryOf<'getTeam'>,
  asked: PeopleAccess,
): Promise<Team> {
  const { knex, snapshots } = context;
  const tenants = await readTenantRefs(context);
  const read = context.config.tenants.map(({ tenantId }) => tenantId);

  return snapshots.readCounts(query, async (one, hasPeople) => {
    const found = requirePublished(one);
    const { snapshot, view } = found;
    const access = accessTo(hasPeople, asked);
    const before = await viewBefore(knex, found);
    const [team, counts] = await Promise.all([
      readTeam(knex, view, before, ref),
      readTeamCounts(knex, view, ref),
    ]);
    if (!team || !counts) {
      throw new NotFoundError(
        `The catalog had no group ${ref} when it was read at ${snapshot.at.toISOString()}`,
      );
    }
    const hidden = await hiddenFrom(context, view, access);
    const [children, ancestors, series, freshness, names] = await Promise.all([
      readTeams(
        knex,
        view,
        before,
        { parent: ref, sort: 'short', hidden: hidden.teams },
        { after: null, limit: CHILDREN },
      ),
      readAncestors(knex, view, ref),
      readSeries(knex, view, ref, seriesStart(snapshot.at)),
      readFreshness(context, view.tenantId, snapshot, query.at),
      namesOf(context, view, ref, access),
    ]);
    const anyNames = await withAnyNames(context, view, access, [
      ref,
      ...children.rows.map(row => row.ref),
    ]);
    const groups = [ref, ...ancestors.map(above => above.ref)];
    const days =
      names === 'visible' ? series : withoutSmallDays(context, series);
    const figures: Team = {
      ...toTeamSummary(
        names === 'visible' ? team : hideSmallBefore(context, team, access),
        freshness.stale,
        anyNames.has(ref),
        forecastFrom(
          context,
          snapshot.at,
          query.at,
          freshness,
        )(days, team.targetPermille),
      ),
      tenant: tenants.find(({ id }) => id === view.tenantId)!,
      snapshot: toSnapshotRef(snapshot),
      freshness,
      counts: toAssessedCounts(counts, team.targetPermille, freshness.stale),
      hideBelow: context.config.smallTeams.hideBelow,
      names,
      ...(read.length > 1 && {
        otherTenants: read.filter(id => id !== view.tenantId).length,
      }),
      exceptions: await exceptionsOfTeam(knex, found, groups, names),
      children: children.rows.map(row =>
        toTeamSummary(
          hideSmallBefore(context, row, access),
          freshness.stale,
          anyNames.has(row.ref),
        ),
      ),
      ancestors,
      series: days.map(toSeriesPoint),
    };
    return hideTeam(figures, hidden);
  });
}

/** Who sees some of a team only would take them for all, so that counts as hidden. */
async function namesOf(
  { knex }: ReadContext,
  view: SnapshotView,
  ref: string,
  access: PeopleAccess,
): Promise<Team['names']> {
  const visible =
    access.kind === 'all' ||
    (access.kind === 'some' &&
      (await seesWholeTeam(knex, view, ref, access.criteria)));
  return visible ? 'visible' : 'hidden';
}
