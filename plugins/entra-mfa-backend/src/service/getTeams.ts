import type { Teams } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { weekTimes } from '../assess/weeksOf';
import { readSnapshotAt } from '../store/asOf/readSnapshot';
import type { SortedPlace } from '../store/read/readSortedPage';
import { countTeams, readTeams } from '../store/read/readTeams';
import { readTeamWeeks } from '../store/read/readTeamWeeks';
import type { SnapshotView } from '../store/asOf/types';
import { nextCursor, placeOfCursor } from './cursor';
import { toSnapshotRef, toTeamSummary } from './figures';
import { forecastFrom } from './forecastFrom';
import { readFreshness } from './readFreshness';
import { accessTo } from './accessTo';
import { changeStart } from './seriesStart';
import type { Found } from './Snapshots';
import { hiddenFrom } from './smallTeams/hiddenFrom';
import { hideFigures } from './smallTeams/hideFigures';
import { hideSmallBefore, withoutSmallDays } from './smallTeams/hidePast';
import { withAnyNames } from './smallTeams/withAnyNames';
import { withNamesSeen } from './smallTeams/withNamesSeen';
import type { PeopleAccess, QueryOf, ReadContext } from './types';

/** A page of teams; only those that somebody leads, where that is asked for. */
export async function getTeams(
  context: ReadContext,
  query: QueryOf<'getTeams'> & { leads?: readonly string[] },
  asked: PeopleAccess,
): Promise<Teams> {
  const { knex, snapshots } = context;
  const tenantId = await snapshots.tenantOf(query.tenant);
  const place = placeOfCursor(query, ['integer', 'text', 'text']);
  const asOf = { ...query, snapshot: place?.snapshot };
  return snapshots.readCounts(asOf, async (found, hasPeople) => {
    const access = accessTo(hasPeople, asked);
    const freshness = await readFreshness(
      context,
      tenantId,
      found?.snapshot ?? null,
      query.at,
    );
    if (!found) {
      return {
        snapshot: null,
        freshness,
        items: [],
        ...(query.count && { totalItems: 0 }),
        hideBelow: context.config.smallTeams.hideBelow,
        pageInfo: { nextCursor: null },
      };
    }
    const hidden = await hiddenFrom(context, found.view, access);
    const filter = {
      ...query,
      parent: query.parent?.toLowerCase(),
      hidden:
        query.sort === 'direct'
          ? new Set([...hidden.teams, ...hidden.own])
          : hidden.teams,
    };
    const [{ rows, next }, totalItems] = await Promise.all([
      readTeams(knex, found.view, await viewBefore(knex, found), filter, {
        after: place && (place.after as SortedPlace),
        limit: query.limit,
      }),
      query.count ? countTeams(knex, found.view, filter) : undefined,
    ]);
    const weeks = await readTeamWeeks(
      knex,
      found.view,
      rows.map(row => row.ref),
      weekTimes(found.snapshot.at),
    );
    const namesSeen = await withNamesSeen(context, found.view, access, {
      rows,
      weeks,
    });
    const anyNames = await withAnyNames(
      context,
      found.view,
      access,
      rows.map(row => row.ref),
    );
    const forecastOf = forecastFrom(
      context,
      found.snapshot.at,
      query.at,
      freshness,
    );
    return {
      snapshot: toSnapshotRef(found.snapshot),
      freshness,
      items: rows.map(row => {
        const all = weeks.get(row.ref) ?? [];
        const seen = namesSeen.has(row.ref);
        const summary = toTeamSummary(
          seen ? row : hideSmallBefore(context, row, access),
          freshness.stale,
          anyNames.has(row.ref),
          forecastOf(
            seen ? all : withoutSmallDays(context, all),
            row.targetPermille,
          ),
        );
        return hideFigures(summary, hidden);
      }),
      ...(totalItems !== undefined && { totalItems }),
      hideBelow: context.config.smallTeams.hideBelow,
      pageInfo: { nextCursor: nextCursor(query, found.view.snapshot, next) },
    };
  });
}

/** The snapshot that a change of coverage is measured from; null where history is too short. */
export async function viewBefore(
  knex: Knex,
  { snapshot, view: { tenantId } }: Found,
): Promise<SnapshotView | null> {
  const before = await readSnapshotAt(knex, tenantId, changeStart(snapshot.at));
  return before && { tenantId, snapshot: before.number, newest: false };
}
