import type { Exceptions } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { syncStep } from '../doing/syncStep';
import type { History } from '../History';
import type { ReplicaNumber } from '../steps';
import { marks, type TenantMark } from '../world/marks';
import { heal } from '../world/mutate';
import { same } from './LawBrokenError';
import { lookAt } from './lookAt';
import {
  exemptBy,
  recount,
  recountTeams,
  told,
  type Recounted,
} from './recount';

const HOURS = 3_600_000;
const SYNCS = 3;
/** So many more where a figure is held or doubted, which a release or a second reading ends. */
const MORE = 6;

/** What a tenant comes to when everything is well. */
export interface Settled {
  figures: Recounted;
  teams: Record<string, number>;
}

/**
 * Faults end, clocks go right, the catalog tells the truth: after three syncs the figures are what
 * somebody else counts from the tenant's own rows, whatever happened before.
 */
export async function settle(
  history: History,
  mark: TenantMark,
): Promise<Settled> {
  const { replicas, tenants } = history.stage;
  replicas.setClock(0, 0);
  replicas.setClock(1, 0);
  await history.tellCatalog(null, 'both');
  const tenant = tenants[mark];
  heal(tenant);
  let reached: { told: Settled; right: Settled } | undefined;
  for (let syncs = 1; syncs <= SYNCS + MORE; syncs += 1) {
    history.now += 40 * HOURS;
    const replica = (syncs % 2) as ReplicaNumber;
    await syncStep(history, {
      do: 'sync',
      tenant: mark,
      replica,
      beside: 'nothing',
      faults: [],
      death: null,
    });
    if (syncs < SYNCS) {
      continue;
    }
    reached = await compare(history, mark, replica);
    if (JSON.stringify(reached.told) === JSON.stringify(reached.right)) {
      break;
    }
    await history.post(
      { tenant: mark, replica },
      'security',
      `/tenants/${tenant.id}/release`,
      { reason: 'It is right' },
    );
  }
  same(
    'When everything is well, the figures are what the tenant’s rows come to',
    reached!.told,
    reached!.right,
  );
  return reached!.told;
}

async function compare(
  history: History,
  mark: TenantMark,
  replica: ReplicaNumber,
): Promise<{ told: Settled; right: Settled }> {
  const viewpoint = history.viewpoint(mark, replica);
  const look = await lookAt(viewpoint);
  const { items } = (await viewpoint.api.read(
    viewpoint.port,
    mark,
    `/exceptions?tenant=${marks[mark].tenantId}&state=in-force&limit=200`,
  )) as Exceptions;
  const { accounts } = history.stage.tenants[mark];
  const figures = recount(
    accounts.values(),
    exemptBy(items),
    new Date(history.now),
  );
  const teams = recountTeams(accounts, history.catalog);
  return {
    told: {
      figures: look ? inOrder(told(look.overview)) : inOrder(figures),
      teams: Object.fromEntries(
        (look?.teams ?? [])
          .map(({ ref, people }): [string, number] => [ref, people!])
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
    },
    right: {
      figures: inOrder(figures),
      teams: Object.fromEntries(
        Object.entries(teams).sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
    },
  };
}

function inOrder(figures: Recounted): Recounted {
  const sorted = (counts: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return {
    ...figures,
    leftOut: sorted(figures.leftOut),
    states: sorted(figures.states),
  };
}
