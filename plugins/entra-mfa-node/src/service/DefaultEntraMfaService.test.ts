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

describe('all teams', () => {
  const page = (
    number: number,
    names: string[],
    nextCursor: string | null,
  ) => ({
    ...overview(number, false),
    items: names.map(name => ({
      ref: `group:default/${name}`,
      title: name,
      targetPermille: 500,
      coverage: name === 'small' ? null : { covered: 1, uncovered: 1 },
      unknown: name === 'small' ? null : 0,
      phoneOnly: name === 'small' ? null : 1,
    })),
    pageInfo: { nextCursor },
  });
  const listed = async () => {
    const pages = [];
    for await (const one of service.listTeams({
      credentials,
      withoutNames: true,
    })) {
      pages.push(
        one.map(({ team: { title }, target, notKnown, covered }) => [
          title,
          target,
          notKnown,
          covered,
        ]),
      );
    }
    return pages;
  };

  it('come page by page, and those that are hidden are not known', async () => {
    const asked = answer(
      [page(1, ['a', 'small'], 'next'), page(1, ['z'], null)],
      [overview(1, false)],
    );
    expect(await listed()).toEqual([
      [
        ['a', 'met', null, 1],
        ['small', 'not-known', 'hidden', null],
      ],
      [['z', 'met', null, 1]],
    ]);
    const addresses = asked.mock.calls.map(([address]) => String(address));
    const ofTeams = addresses.filter(address => address.includes('/teams?'));
    expect(ofTeams).toHaveLength(2);
    expect(ofTeams.every(one => one.includes('withoutNames=true'))).toBe(true);
    expect(ofTeams[1]).toContain('cursor=next');
  });

  it('are not known on any page while the figure is held', async () => {
    answer([page(1, ['a'], 'next'), page(1, ['z'], null)], [overview(1, true)]);
    expect(await listed()).toEqual([
      [['a', 'not-known', 'held', 1]],
      [['z', 'not-known', 'held', 1]],
    ]);
  });
});
