import { NotFoundError } from '@backstage/errors';
import type {
  PersonGapKind,
  ReminderProgress,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { paceOf, WEEKS_BEFORE } from '../../assess/reminders/paceOf';
import { filterOf } from '../../reminders/toCampaign';
import { readFirstWithPeople } from '../../store/asOf/keptFrom';
import { readSnapshotAt } from '../../store/asOf/readSnapshot';
import { readCampaign } from '../../store/reminders/campaigns';
import {
  countReminded,
  countRemindedByTeam,
  type RemindedOfTeam,
} from '../../store/reminders/countReminded';
import { readGround } from '../../store/reminders/readGround';
import { readGaps } from '../../store/remediation/readGaps';
import { toDateOrNull } from '../../store/sql/instant';
import type { ReminderCampaignRow } from '../../store/sql/tables';
import { toSnapshotRef } from '../figures';
import { readTenantRefs } from '../readTenantRefs';
import type { Found } from '../Snapshots';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { withCounts } from './getReminders';
import { isAboutPrivileged } from './isAboutPrivileged';
import { toCounts } from './toCampaign';

const WEEK = 7 * 86_400_000;

/** One campaign: how far it is in each team, and what it changed. */
export async function getReminder(
  context: ReadContext,
  { id }: { id: string },
  query: QueryOf<'getReminder'>,
  {
    mayManage,
    people,
  }: {
    mayManage: boolean;
    people: PeopleAccess;
  },
): Promise<ReminderProgress> {
  const { knex, snapshots } = context;
  const tenants = await readTenantRefs(context);
  return snapshots.readPublished(query, async found => {
    const { view, snapshot } = found;
    const row = await requireCampaign(context, view.tenantId, id);
    const [ground, reminded, ofTeams, hidden] = await Promise.all([
      readGround(knex, view.tenantId),
      countReminded(knex, view),
      countRemindedByTeam(knex, view, id),
      hiddenFrom(context, view, people),
    ]);
    const filter = filterOf(row);
    const teams = toTeams(filter.gap, ofTeams);
    const tellsTeams = people.kind === 'all' || !isAboutPrivileged(filter);
    // Of each it tells its own members alone.
    const shown = teams.filter(
      ({ ref }) => tellsTeams && !hidden.teams.has(ref) && !hidden.own.has(ref),
    );
    return {
      tenant: tenants.find(one => one.id === view.tenantId)!,
      snapshot: toSnapshotRef(snapshot),
      mayManage,
      campaign: withCounts(context, row, ground, reminded, {
        access: people,
        hidden: hidden.teams,
      }),
      teams: shown,
      hiddenTeams: teams.length - shown.length,
      pace:
        tellsTeams || filter.team === undefined
          ? await readPace(context, found, row, hidden.teams)
          : null,
    };
  });
}

/** A campaign of a tenant. */
export async function requireCampaign(
  { knex }: Pick<ReadContext, 'knex'>,
  tenantId: string,
  id: string,
): Promise<ReminderCampaignRow> {
  const row = await readCampaign(knex, tenantId, id);
  if (!row) {
    throw new NotFoundError(
      'There is no such campaign: GET /v1/reminders lists those that there are',
    );
  }
  return row;
}

function toTeams(
  gap: PersonGapKind,
  rows: readonly RemindedOfTeam[],
): ReminderProgress['teams'] {
  const byTeam = new Map<string, RemindedOfTeam[]>();
  for (const row of rows) {
    byTeam.set(row.ref, [...(byTeam.get(row.ref) ?? []), row]);
  }
  return [...byTeam]
    .map(([ref, of]) => ({ ref, title: of[0].title, ...toCounts(gap, of) }))
    .sort((a, b) => b.open - a.open || a.title.localeCompare(b.title, 'en'));
}

/** Of a team that is too small for the caller, nothing is told. */
async function readPace(
  { knex, clock }: ReadContext,
  { view }: Found,
  row: ReminderCampaignRow,
  hidden: ReadonlySet<string>,
): Promise<ReminderProgress['pace']> {
  const start = toDateOrNull(row.started_at);
  const first = await readFirstWithPeople(knex, view.tenantId);
  const filter = filterOf(row);
  const team = filter.team?.toLowerCase() ?? null;
  if (!start || !first || (team !== null && hidden.has(team))) {
    return null;
  }
  const before = await readSnapshotAt(
    knex,
    view.tenantId,
    new Date(start.getTime() - WEEKS_BEFORE * WEEK),
  );
  const gaps = await readGaps(knex, view, {
    kind: filter.gap,
    team,
    closedAfter: before?.number ?? 0,
  });
  const pace = paceOf(gaps, { start, since: first.at, now: clock.now() });
  return {
    ...pace,
    weeks: pace.weeks.map(week => ({
      ...week,
      from: week.from.toISOString(),
    })),
  };
}
