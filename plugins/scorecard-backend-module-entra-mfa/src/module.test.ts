import { createServiceFactory } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  entraMfaServiceRef,
  type EntraMfaListedTeam,
  type EntraMfaService,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import {
  scorecardMetricsExtensionPoint,
  validateThresholdsForMetric,
  type MetricProvider,
} from '@red-hat-developer-hub/backstage-plugin-scorecard-node';
import scorecardModuleEntraMfa from '.';

const listed = (
  name: string,
  short: number | null,
  notKnown: EntraMfaListedTeam['notKnown'] = null,
) =>
  ({
    ...{ covered: 9, uncovered: 1, unknown: 0, short, notKnown },
    target: notKnown ? 'not-known' : 'met',
    team: { ref: `group:default/${name}`, title: name },
  } as EntraMfaListedTeam);

const teams: Record<string, EntraMfaListedTeam[][]> = {
  one: [
    [listed('payments', 0), listed('field', 4)],
    [
      listed('small', null, 'hidden'),
      listed('held', 0, 'held'),
      listed('both', 1),
      listed('half', 0),
    ],
  ],
  two: [[listed('both', 2), listed('half', 0, 'stale')]],
};
const listTeams = jest.fn(async function* list(options: { tenant: string }) {
  yield* teams[options.tenant];
});
const getTenants = jest.fn(async () => ({
  items: [{ id: 'one' }, { id: 'two' }],
}));

const entity = (kind: string, name: string, owners: string[] = []): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
});
const group = (name: string) => entity('Group', name);

const providers: MetricProvider[] = [];
let provider: MetricProvider;

beforeAll(async () => {
  const backend = await startTestBackend({
    extensionPoints: [
      [
        scorecardMetricsExtensionPoint,
        { addMetricProvider: (...added) => providers.push(...added) },
      ],
    ],
    features: [
      scorecardModuleEntraMfa,
      createServiceFactory({
        service: entraMfaServiceRef,
        deps: {},
        factory: () =>
          ({ call: getTenants, listTeams } as unknown as EntraMfaService),
      }),
    ],
  });
  await backend.stop();
  [provider] = providers;
});

it('is a metric as the scorecard plugin takes it', () => {
  const id = provider.getProviderId();
  expect(id.startsWith(`${provider.getProviderDatasourceId()}.`)).toBe(true);
  expect(provider.getMetric()).toMatchObject({
    id,
    type: provider.getMetricType(),
  });
  expect(() =>
    validateThresholdsForMetric(
      provider.getMetricThresholds(),
      provider.getMetricType(),
    ),
  ).not.toThrow();
});

it.each([
  [group('payments'), 0],
  [group('field'), 4],
  [group('both'), 3],
  [entity('Component', 'shop', ['group:default/payments']), 0],
  [
    entity('Component', 'shared', [
      'group:default/payments',
      'group:default/field',
    ]),
    4,
  ],
])('%#: tells how many people are short', async (of, expected) => {
  expect(await provider.calculateMetric(of)).toBe(expected);
});

it.each([
  [group('small'), 'so few people'],
  [group('held'), 'held back'],
  [group('half'), 'too old'],
  [group('new'), 'had nobody of it'],
  [entity('Component', 'nobodys'), 'nobody owns it'],
  [entity('Component', 'hers', ['user:default/ada']), 'a person owns it'],
])('%#: is no number where it is not known', async (of, why) => {
  await expect(provider.calculateMetric(of)).rejects.toThrow(why);
});

it('reads all teams at once for many entities, hidden as from everybody', async () => {
  expect(listTeams.mock.calls.map(([options]) => options)).toEqual(
    ['one', 'two'].map(tenant =>
      expect.objectContaining({ tenant, withoutNames: true }),
    ),
  );
});

it('reads again after what failed', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
  getTenants.mockRejectedValueOnce(new Error('The backend is away'));
  await expect(provider.calculateMetric(group('field'))).rejects.toThrow(
    'away',
  );
  expect(await provider.calculateMetric(group('field'))).toBe(4);
});
