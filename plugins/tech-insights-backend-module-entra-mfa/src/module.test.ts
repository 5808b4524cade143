import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import techInsightsPlugin from '@backstage-community/plugin-tech-insights-backend';
import jsonRulesEngineModule from '@backstage-community/plugin-tech-insights-backend-module-jsonfc';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  entraMfaServiceRef,
  type EntraMfaListedTeam,
  type EntraMfaService,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import request from 'supertest';
import techInsightsModuleEntraMfa from '.';

jest.setTimeout(60_000);

const retriever = 'entraMfaFactRetriever';

function team(
  name: string,
  rest: Partial<EntraMfaListedTeam> = {},
): EntraMfaListedTeam {
  return {
    trust: 'fresh',
    staleCauses: [],
    heldSince: null,
    readAt: '2026-11-21T08:00:00Z',
    reportRefreshedAt: null,
    snapshot: { number: 7, at: '2026-11-21T08:01:00Z' },
    tenant: { id: 'one', name: 'Contoso' },
    basis: 'registered',
    ...{ covered: 20, uncovered: 0, unknown: 0, phoneOnly: 2 },
    ...{ permille: 1000, targetPermille: 950, short: 0 },
    target: 'met',
    notKnown: null,
    team: { ref: `group:default/${name}`, title: name },
    ...rest,
  };
}

const none = { covered: null, uncovered: null, unknown: null, short: null };
const teams: Record<string, EntraMfaListedTeam[][]> = {
  one: [
    [
      team('payments'),
      team('field', {
        ...{ covered: 15, uncovered: 5, permille: 750, short: 4 },
        target: 'not-met',
      }),
      team('held', { trust: 'held', target: 'not-known', notKnown: 'held' }),
    ],
    [
      team('small', {
        ...none,
        ...{ permille: null, phoneOnly: null },
        target: 'not-known',
        notKnown: 'hidden',
      }),
      team('both'),
    ],
  ],
  two: [
    [
      team('payments', { ...none, covered: 0, uncovered: 0, unknown: 0 }),
      team('both', {
        ...{ covered: 1, uncovered: 1, permille: 500, short: 1, phoneOnly: 0 },
        target: 'not-met',
      }),
    ],
  ],
};
const statuses = [
  ...[
    ['payments', 'met'],
    ['field', 'not-met'],
    ['held', 'met'],
    ['small', null],
  ].map(([name, status]) => ({
    team: { ref: `group:default/${name}` },
    status,
  })),
];

const call = jest.fn(async (name: string, params: object, query: object) => {
  const { tenant } = query as { tenant: string };
  switch (name) {
    case 'getTenants':
      return { items: [{ id: 'one' }, { id: 'two' }] };
    case 'getControlTeams': {
      if ((params as { id: string }).id !== 'MFA-01') {
        throw Object.assign(new Error('No such control'), {
          name: 'NotFoundError',
        });
      }
      const items = tenant === 'one' ? statuses : [];
      return { items, pageInfo: { nextCursor: null } };
    }
    default: {
      const ownerRefs = ['group:default/field'];
      const items =
        tenant === 'one'
          ? [{ ownerRefs, owners: { privilegedUncovered: 1 } }]
          : [];
      return { items, pageInfo: { nextCursor: null } };
    }
  }
});
const listTeams = jest.fn(async function* list({ tenant }: { tenant: string }) {
  yield* teams[tenant];
});

const entity = (kind: string, name: string, owners: string[] = []): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
});

const check = (fact: string) => ({
  type: 'json-rules-engine',
  name: fact,
  description: fact,
  factIds: [retriever],
  rule: { conditions: { all: [{ fact, operator: 'equal', value: true }] } },
});

let backend: TestBackend;
let scheduler: SchedulerService;

/** Takes hold of the scheduler by which Tech Insights retrieves. */
const schedulerModule = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'scheduler-of-test',
  register(env) {
    env.registerInit({
      deps: { own: coreServices.scheduler },
      async init({ own }) {
        scheduler = own;
      },
    });
  },
});

beforeAll(async () => {
  backend = await startTestBackend({
    features: [
      techInsightsPlugin,
      jsonRulesEngineModule,
      techInsightsModuleEntraMfa,
      schedulerModule,
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      createServiceFactory({
        service: entraMfaServiceRef,
        deps: {},
        factory: () => ({ call, listTeams } as unknown as EntraMfaService),
      }),
      catalogServiceMock.factory({
        entities: [
          ...['payments', 'field', 'held', 'small', 'both', 'new'].map(name =>
            entity('Group', name),
          ),
          entity('Component', 'shop', ['group:default/payments']),
          entity('Component', 'shared', [
            'group:default/payments',
            'group:default/field',
          ]),
          entity('Component', 'of-somebody', ['user:default/ada']),
          entity('Component', 'nobodys'),
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          techInsights: {
            factRetrievers: {
              [retriever]: { cadence: '0 * * * *', initialDelay: { hours: 1 } },
            },
            factChecker: {
              checks: {
                target: check('mfaTargetMet'),
                control: check('mfaControlMet/mfa/MFA-01'),
              },
            },
          },
        },
      }),
    ],
  });
  await scheduler.triggerTask(retriever);
});

afterAll(() => backend.stop());

async function factsOf(ref: string) {
  const { body } = await request(backend.server).get(
    `/api/tech-insights/facts/latest?entity=${ref}&ids[]=${retriever}`,
  );
  return body[retriever]?.facts;
}

/** What each check comes to: true, false, or not decided. */
async function checksOf(kind: string, name: string) {
  const { body } = await request(backend.server).post(
    `/api/tech-insights/checks/run/default/${kind}/${name}`,
  );
  const results: { check: { id: string }; result: boolean }[] = body;
  const of = (id: string) =>
    results.find(one => one.check.id === id)?.result ?? 'not decided';
  return [of('target'), of('control')];
}

describe('Tech Insights', () => {
  it('has the facts of a Group, of all tenants in which it has people', async () => {
    expect(await factsOf('group:default/field')).toMatchObject({
      mfaTarget: 'not-met',
      mfaCovered: 15,
      mfaShort: 4,
      mfaPrivilegedUncovered: 1,
      'mfaControl/mfa/MFA-01': 'not-met',
      'mfaControl/mfa/MFA-02': 'unknown',
    });
    expect(await factsOf('group:default/both')).toMatchObject({
      mfaTarget: 'not-met',
      mfaCovered: 21,
      mfaUncovered: 1,
    });
  });

  it('has those of an entity by who owns it, and none where nobody does', async () => {
    const ofTeam = await factsOf('group:default/payments');
    expect(ofTeam).toMatchObject({ mfaTarget: 'met', mfaCovered: 20 });
    expect(await factsOf('component:default/shop')).toEqual(ofTeam);
    const shared = await factsOf('component:default/shared');
    expect(shared).toMatchObject({ mfaTarget: 'not-met' });
    expect(shared).not.toHaveProperty('mfaCovered');
    expect(await factsOf('component:default/nobodys')).toBeUndefined();
  });

  it.each([
    ['group', 'payments', [true, true]],
    ['group', 'field', [false, false]],
    ['component', 'shop', [true, true]],
    ['component', 'shared', [false, false]],
    ['group', 'held', ['not decided', 'not decided']],
    ['group', 'small', ['not decided', 'not decided']],
    ['group', 'new', ['not decided', 'not decided']],
    ['component', 'of-somebody', ['not decided', 'not decided']],
  ])(
    'checks %s %s: target and control are %j',
    async (kind, name, expected) => {
      expect(await checksOf(kind, name)).toEqual(expected);
    },
  );

  it('is told of no small team, by few requests', async () => {
    expect(listTeams.mock.calls.map(([options]) => options)).toEqual(
      ['one', 'two'].map(tenant =>
        expect.objectContaining({ tenant, withoutNames: true }),
      ),
    );
    const lists = call.mock.calls.filter(([name]) => name !== 'getTenants');
    expect(lists).toHaveLength(6);
    for (const [, , query] of lists) {
      expect(query).toMatchObject({ withoutNames: 'true', limit: 200 });
    }
  });

  // Last: Tech Insights goes on with what it was told last.
  it('decides nothing any more where it cannot be asked', async () => {
    call.mockRejectedValueOnce(new Error('The backend is away'));
    await scheduler.triggerTask(retriever);
    expect(await factsOf('group:default/payments')).toMatchObject({
      mfaTarget: 'unknown',
      mfaFreshness: 'unknown',
    });
    expect(await checksOf('group', 'field')).toEqual([
      'not decided',
      'not decided',
    ]);
  });
});
