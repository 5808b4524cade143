import {
  coverageOf,
  type Connection,
  type Connections,
  type Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isExpected } from '../../collectors/isExpected';
import { staleCauses } from '../../connections/staleCauses';
import { readNewestNumber, readSnapshot } from '../../store/asOf/readSnapshot';
import { readEpisodes } from '../../store/connections/episodes';
import { readForgetting } from '../../store/connections/forgetting';
import { readConnections } from '../../store/connections/readConnections';
import { readPortalConnectionState } from '../../store/connections/portalConnections';
import { readDataSetRuns } from '../../store/connections/readDataSetRuns';
import { readPublishedFigure } from '../../store/hold/readPublishedFigure';
import { readTenantNames } from '../../store/read/readTenantNames';
import { toDate, toDateOrNull } from '../../store/sql/instant';
import type {
  ConnectionEpisodeRow,
  ConnectionRow,
  RunCollectorRow,
} from '../../store/sql/tables';
import type { ReadContext } from '../types';

/** How many episodes are told. */
const EPISODES = 20;

/** Connections with their states: those that are read, in their order, and after them those that were. */
export async function getConnections(
  context: ReadContext,
): Promise<Connections> {
  const { knex, config } = context;
  const order = config.tenants.map(({ tenantId }) => tenantId);
  const place = (id: string) => {
    const at = order.indexOf(id);
    return at < 0 ? order.length : at;
  };
  const rows = (await readConnections(knex))
    .filter(({ last_episode }) => last_episode > 0)
    .sort((a, b) => place(a.tenant_id) - place(b.tenant_id));
  const names = await readTenantNames(
    knex,
    rows.map(({ tenant_id }) => tenant_id),
  );
  return {
    items: await Promise.all(
      rows.map(row =>
        toConnection(context, row, names.get(row.tenant_id) ?? row.tenant_id),
      ),
    ),
  };
}

async function toConnection(
  context: ReadContext,
  row: ConnectionRow,
  name: string,
): Promise<Connection> {
  const { knex, config, sync } = context;
  const tenantId = row.tenant_id;
  const tenant = config.tenants.find(one => one.tenantId === tenantId);
  const [episodes, newest, dataSets] = await Promise.all([
    readEpisodes(knex, tenantId, EPISODES),
    readNewestNumber(knex, tenantId),
    dataSetsOf(context, row),
  ]);
  const snapshot =
    newest === 0 ? null : await readSnapshot(knex, tenantId, newest);
  const open = episodes.filter(({ ended_at }) => ended_at === null);
  // There is always one that is open: it begins with the connection.
  const current = open.find(({ state }) => state !== 'stale')!;
  const stale = open.find(({ state }) => state === 'stale');
  const nextReadAt = tenant && (await sync.nextReadAt(tenantId));
  return {
    tenant: tenantId,
    name,
    state: current.state as Connection['state'],
    since: toDate(current.began_at).toISOString(),
    stale: stale
      ? {
          since: toDate(stale.began_at).toISOString(),
          causes: staleCauses(config, snapshot, context.clock.now()),
        }
      : null,
    problems: JSON.parse(current.problems),
    origin: tenant
      ? tenant.origin ?? 'config'
      : await originOf(context, tenantId),
    credential: row.credential,
    clientId: row.client_id,
    contact: tenant?.contact ?? null,
    switchedOff: [...(tenant?.switchedOff ?? [])] as Connection['switchedOff'],
    dataSets,
    coverage: newest === 0 ? null : await coverageIn(context, tenantId, newest),
    readAt: snapshot?.readAt?.toISOString() ?? null,
    nextReadAt: nextReadAt?.toISOString() ?? null,
    episodes: episodes.map(toEpisode),
  };
}

/** Of each tenant by itself: a person in two tenants is two. */
async function coverageIn(
  { knex, config }: ReadContext,
  tenantId: string,
  lastSnapshot: number,
): Promise<Connection['coverage']> {
  const { covered, uncovered } = await readPublishedFigure(knex, {
    tenantId,
    lastSnapshot,
  });
  return coverageOf(covered, uncovered, config.rules.targetPermille);
}

/** Where a connection came from that is not read any more. */
async function originOf(
  { knex }: ReadContext,
  tenantId: string,
): Promise<Connection['origin']> {
  const state = await readPortalConnectionState(knex, tenantId);
  if (state !== null) {
    return 'portal';
  }
  // Of one that was forgotten, only that tells it.
  return (await readForgetting(knex, tenantId))?.origin ?? 'config';
}

function toEpisode(row: ConnectionEpisodeRow): Connection['episodes'][number] {
  return {
    state: row.state,
    beganAt: toDate(row.began_at).toISOString(),
    endedAt: toDateOrNull(row.ended_at)?.toISOString() ?? null,
    problems: JSON.parse(row.problems),
  };
}

/** Each data set as its newest run left it: a run that failed early says nothing of what comes after. */
async function dataSetsOf(
  { knex, collectors }: ReadContext,
  row: ConnectionRow,
): Promise<Connection['dataSets']> {
  const ids: Connection['dataSets'][number]['id'][] = JSON.parse(
    row.data_sets ?? '[]',
  );
  const last = await readDataSetRuns(knex, row.tenant_id);
  return ids.map(id => {
    const read: RunCollectorRow | undefined = last.get(id);
    const problem: Problem | null = read?.problem
      ? JSON.parse(read.problem)
      : null;
    const isWell =
      read?.outcome === 'complete' ||
      (problem !== null && isExpected(problem, collectors));
    return {
      id,
      outcome: read?.outcome ?? null,
      problem,
      works: isWell,
      rows: read?.rows ?? 0,
      run: read?.run ?? null,
    };
  });
}
