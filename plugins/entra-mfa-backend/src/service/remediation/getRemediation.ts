import type {
  GapKind,
  GapTallyOf,
  PersonGapKind,
  Remediation,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { personGapKinds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import {
  CLOSED_DAYS,
  tallyGaps,
  type GapGroup,
} from '../../assess/remediation/tallyGaps';
import { seesWholeTeam } from '../../store/read/readTeamVisibility';
import { readFirstWithPeople } from '../../store/asOf/keptFrom';
import { readSnapshot, readSnapshotAt } from '../../store/asOf/readSnapshot';
import type { SnapshotView } from '../../store/asOf/types';
import { readConnectionGaps } from '../../store/remediation/readConnectionGaps';
import { readGaps } from '../../store/remediation/readGaps';
import { readRegisterGaps } from '../../store/remediation/readRegisterGaps';
import { toSnapshotRef } from '../figures';
import { readTenantRefs } from '../readTenantRefs';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import { timeOf } from '../timeOf';
import { memoizeBySnapshot } from '../smallTeams/memoizeBySnapshot';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';

const DAY = 86_400_000;

/** A tenant of many people has many versions, and a snapshot never changes. */
const tallyTenant = memoizeBySnapshot(
  async (knex: Knex, view: SnapshotView): Promise<GapTallyOf[]> => {
    const { number, at } = await asOf(knex, view);
    const of = { tenantId: view.tenantId, upTo: number };
    return [
      ...(await tallyPeople(knex, view, null, personGapKinds)),
      tallyOf('break-glass', await readRegisterGaps(knex, of), at),
    ];
  },
);

/** What is to be mended, in a team or in the tenant, and how long mending took. */
export async function getRemediation(
  context: ReadContext,
  query: QueryOf<'getRemediation'>,
  asked: PeopleAccess,
): Promise<Remediation> {
  const { knex, clock, snapshots } = context;
  const tenants = await readTenantRefs(context);
  const tenantId = await snapshots.tenantOf(query.tenant);
  const tenant = tenants.find(({ id }) => id === tenantId) ?? null;
  return snapshots.read(query, async found => {
    const head = { tenant, days: CLOSED_DAYS };
    if (!found) {
      return { ...head, snapshot: null, since: null, hidden: false, gaps: [] };
    }
    const { view, snapshot } = found;
    const team = query.team?.toLowerCase() ?? null;
    const hidden =
      team !== null && (await hiddenFrom(context, view, asked)).teams.has(team);
    const now = clock.now();
    const at = query.at === undefined ? now : timeOf(query.at, now);
    const first = await readFirstWithPeople(knex, view.tenantId);
    return {
      ...head,
      snapshot: toSnapshotRef(snapshot),
      since: first?.at.toISOString() ?? null,
      hidden,
      gaps: hidden ? [] : await gapsOfView(context, view, { team, at, asked }),
    };
  });
}

async function gapsOfView(
  { knex }: ReadContext,
  view: SnapshotView,
  { team, at, asked }: { team: string | null; at: Date; asked: PeopleAccess },
): Promise<GapTallyOf[]> {
  if (team !== null) {
    // Who is privileged in a team is nothing that is counted for everybody.
    const seesNames =
      asked.kind === 'all' ||
      (asked.kind === 'some' &&
        (await seesWholeTeam(knex, view, team, asked.criteria)));
    return tallyPeople(
      knex,
      view,
      team,
      seesNames ? personGapKinds : ['uncovered'],
    );
  }
  // A connection that needs attention publishes no snapshot that could tell.
  const connection = await readConnectionGaps(knex, {
    tenantId: view.tenantId,
    at,
  });
  return [
    ...(await tallyTenant(knex, view)),
    tallyOf('connection', connection, at),
  ];
}

async function tallyPeople(
  knex: Knex,
  view: SnapshotView,
  team: string | null,
  kinds: readonly PersonGapKind[],
): Promise<GapTallyOf[]> {
  const { at } = await asOf(knex, view);
  const before = await readSnapshotAt(
    knex,
    view.tenantId,
    new Date(at.getTime() - CLOSED_DAYS * DAY),
  );
  const tallies: GapTallyOf[] = [];
  for (const kind of kinds) {
    const gaps = await readGaps(knex, view, {
      kind,
      team,
      closedAfter: before?.number ?? 0,
    });
    tallies.push(tallyOf(kind, gaps, at));
  }
  return tallies;
}

async function asOf(knex: Knex, { tenantId, snapshot }: SnapshotView) {
  return (await readSnapshot(knex, tenantId, snapshot))!;
}

function tallyOf(
  kind: GapKind,
  gaps: readonly GapGroup[],
  at: Date,
): GapTallyOf {
  return { kind, ...tallyGaps(gaps, at) };
}
