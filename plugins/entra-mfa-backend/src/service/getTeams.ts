import type { Teams } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { weekTimes } from '../assess/weeksOf';
import { readSnapshotAt } from '../store/asOf/readSnapshot';
import { readTeams, type TeamsPlace } from '../store/read/readTeams';
import { readTeamWeeks } from '../store/read/readTeamWeeks';
import type { SnapshotView } from '../store/asOf/types';
import { nextCursor, placeOfCursor } from './cursor';
import { toSnapshotRef, toTeamSummary } from './figures';
import { forecastFrom } from './forecastFrom';
import { readFreshness } from './readFreshness';
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
  access: PeopleAccess,
): Promise<Teams> {
  const { knex, snapshots } = context;
  const tenantId = snapshots.tenantOf(query.tenant);
  const place = placeOfCursor(query, ['integer', 'text', 'text']);
  const asOf = { ...query, snapshot: place?.snapshot };
  return snapshots.read(asOf, async found => {
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
        hideBelow: context.config.smallTeams.hideBelow,
        pageInfo: { nextCursor: null },
      };
    }
    const hidden = await hiddenFrom(context, found.view, access);
    const { rows, next } = await readTeams(
      knex,
      found.view,
      await viewBefore(knex, found),
      {
        ...query,
        parent: query.parent?.toLowerCase(),
        hidden:
          query.sort === 'direct'
            ? new Set([...hidden.teams, ...hidden.own])
            : hidden.teams,
      },
      { after: place && (place.after as TeamsPlace), limit: query.limit },
    );
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
