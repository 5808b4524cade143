import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { DefaultEntraMfaService } from './DefaultEntraMfaService';

const credentials = {} as BackstageCredentials;
const service = new DefaultEntraMfaService({
  auth: {
    getPluginRequestToken: async () => ({ token: 'not-used' }),
  } as Partial<AuthService> as AuthService,
  discovery: {
    getBaseUrl: async () => 'http://localhost/api/entra-mfa',
  } as Partial<DiscoveryService> as DiscoveryService,
});

const overview = (number: number, held: boolean) => ({
  snapshot: { number, at: '2026-11-21T08:00:00Z' },
  hold: held ? { since: '2026-11-20T08:00:00Z' } : null,
  freshness: { stale: false, staleCauses: [] },
  basis: 'registered',
});
const team = (number: number) => ({
  ...overview(number, false),
  ref: 'group:default/payments',
  title: 'Payments',
  targetPermille: 500,
  counts: { states: { covered: 1, uncovered: 0, unknown: 0, exempt: 0 } },
});

/** Lets the API answer so, each in its turn. */
function answer(teams: object[], overviews: object[]) {
  return jest.spyOn(global, 'fetch').mockImplementation(async address => {
    const body = /\/overview/.test(String(address))
      ? overviews.shift()
      : teams.shift();
    return Response.json(body);
  });
}

afterEach(() => jest.restoreAllMocks());

it('takes a team and whether it is held from one snapshot', async () => {
  // The hold ended with the snapshot that was published between the two answers.
  answer([team(1), team(2)], [overview(2, false), overview(2, false)]);
  const { snapshot, trust } = await service.getTeamCoverage('payments', {
    credentials,
  });
  expect([snapshot?.number, trust]).toEqual([2, 'fresh']);
});

it('does not ask forever', async () => {
  const asked = answer(
    [team(1), team(1), team(1)],
    [overview(2, true), overview(3, true), overview(4, true)],
  );
  const { target } = await service.getTeamCoverage('payments', {
    credentials,
  });
  expect(target).toBe('not-known');
  expect(asked).toHaveBeenCalledTimes(6);
});
