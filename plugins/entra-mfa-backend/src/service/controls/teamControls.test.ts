import {
  controlTestIds,
  type ControlResult,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import {
  groupEntity,
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
import {
  startTestApi,
  type Caller,
  type TestApi,
} from '../../__testUtils__/startTestApi';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { tenantId } from '../../__testUtils__/testTenant';
import { TestSync } from '../../__testUtils__/TestSync';
import { withControls } from '../../__testUtils__/withControls';
import { isTeamTest, teamTestIds } from '../../assess/controls/teamTests';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';
import type { ControlTestRow } from '../../store/sql/tables';

jest.setTimeout(60_000);

const databases = TestDatabases.one();
const DAY = 86_400_000;

/**
 * Everyone > Payments (1 to 8), Field (9 to 14) and Desk (15, 16), Spare (1 to 8 again) apart from them, and Vacant, which has
 * nobody. Person 3 of Payments is not registered, and 12 of Field; 1 is privileged with a phone only, 9 with a key.
 */
class Teams {
  readonly sync: TestSync;
  readonly #missing = new Set([3, 12]);

  constructor(sync: TestSync) {
    this.sync = sync;
    const teamsOf = (number: number) => {
      if (number <= 8) return ['payments', 'spare'];
      return [number <= 14 ? 'field' : 'desk'];
    };
    const everybody = Array.from({ length: 16 }, (_, place) => place + 1);
    const role = (number: number) => ({
      ...{ id: `r${number}`, principalId: objectId(number) },
      ...{ roleDefinitionId: globalAdministrator, directoryScopeId: '/' },
    });
    sync.source.pages = {
      organization: [[{ id: tenantId, displayName: 'Contoso' }]],
      users: [
        everybody.map(number =>
          userRow(number, {
            createdDateTime: new Date(
              sync.now.getTime() - (number === 12 ? 30 : 400) * DAY,
            ).toISOString(),
          }),
        ),
      ],
      'role-assignments': [[role(1), role(9)]],
      'leave-dates': [
        [
          {
            id: objectId(14),
            employeeLeaveDateTime: new Date(
              sync.now.getTime() - DAY,
            ).toISOString(),
          },
        ],
      ],
      'catalog-users': [everybody.map(number => userEntity(number))],
      'catalog-groups': [
        [
          groupEntity('everyone'),
          ...['payments', 'field', 'desk'].map(name =>
            groupEntity(name, 'everyone'),
          ),
          groupEntity('spare'),
          groupEntity('vacant'),
        ],
      ],
      'catalog-memberships': [
        everybody.map(number => userEntity(number, teamsOf(number))),
      ],
    };
    this.register();
  }

  register(...numbers: number[]) {
    numbers.forEach(number => this.#missing.delete(number));
    this.#report();
  }

  lose(...numbers: number[]) {
    numbers.forEach(number => this.#missing.add(number));
    this.#report();
  }

  async run(days: number) {
    await this.sync.runRefreshed(days * 24, withControls);
  }

  #report() {
    const methods: Record<number, string[]> = {
      1: ['mobilePhone'],
      9: ['fido2SecurityKey'],
    };
    this.sync.source.pages.registrations = [
      Array.from({ length: 16 }, (_, place) => {
        const number = place + 1;
        const registered = !this.#missing.has(number);
        return reportRow(number, registered, {
          ...(registered && {
            methodsRegistered: methods[number] ?? [
              'microsoftAuthenticatorPush',
            ],
          }),
        });
      }),
    ];
  }
}

describe.each(databases.eachSupportedId())('controls of teams on %s', id => {
  let teams: Teams;
  let api: TestApi;
  let past: string;

  beforeAll(async () => {
    const knex = await databases.init(id);
    teams = new Teams(new TestSync(knex, { tenantId }));
    await teams.run(1);
    past = teams.sync.now.toISOString();
    // Lost, and without an answer for ten days.
    teams.lose(5);
    await teams.run(1);
    await teams.run(10);
    api = await startTestApi(teams.sync, { smallTeams: { hideBelow: 4 } });
  });
  afterAll(() => api?.stop());

  const ofTeam = async (
    name: string,
    asked: { caller?: Caller; at?: string; framework?: string } = {},
  ) => {
    const { caller = 'security', at, framework = 'mfa' } = asked;
    const { body } = await api.get(
      `/teams/group/default/${name}/controls?framework=${framework}${
        at ? `&at=${at}` : ''
      }`,
      caller,
    );
    return routes.getTeamControls.response.parse(body);
  };
  const byTeam = async (control: string, query = '', caller?: Caller) => {
    const { body } = await api.get(
      `/controls/${control}/teams?count=true${query}`,
      caller,
    );
    return routes.getControlTeams.response.parse(body);
  };
  const namesOf = ({ items }: Awaited<ReturnType<typeof byTeam>>) =>
    items.map(({ team, status }) => [team.ref.slice(14), status]);

  it.each(['now', 'then'])(
    'come, for a team of everybody, to what the tenant comes to: %s',
    async when => {
      const at = when === 'then' ? past : undefined;
      const results: ControlResult[] = [];
      let number = 0;
      for (const framework of ['mfa', 'essential-eight']) {
        const of = await ofTeam('everyone', { at, framework });
        results.push(...of.controls.flatMap(control => control.results));
        number = of.snapshot!.number;
      }
      const rows = await teams.sync
        .knex<ControlTestRow>('control_test')
        .where('from_snapshot', '<=', number)
        .andWhere('to_snapshot', '>', number);
      expect(new Set(results.map(({ test }) => test))).toEqual(
        new Set(teamTestIds),
      );
      for (const { test, added, of, targetPermille, ...result } of results) {
        expect(added).toBeNull();
        expect(rows.find(row => row.test === test)).toMatchObject({
          ...{ of_count: of, target_permille: targetPermille, ...result },
        });
      }
    },
  );

  it('say what is missing, and what the tenant alone can answer', async () => {
    const { controls, counts, team, ofTenant } = await ofTeam('payments');
    expect(team).toEqual({ ref: 'group:default/payments', title: 'PAYMENTS' });
    const coverage = controls.find(({ id: one }) => one === 'MFA-01')!;
    expect(coverage).toMatchObject({ status: 'not-met', withheld: false });
    expect(coverage.results[0]).toMatchObject({
      ...{ test: 'coverage', count: 6, of: 8, targetPermille: 950, short: 2 },
    });
    const told = Object.values(counts).reduce((sum, one) => sum + one, 0);
    expect(told).toBe(controls.length);
    expect(ofTenant).toBeGreaterThan(0);
    for (const control of controls) {
      const tests = [
        ...control.results.map(({ test }) => test),
        ...control.ofTenant,
      ];
      expect(controlTestIds).toEqual(expect.arrayContaining(tests));
      expect(control.results.length).toBeGreaterThan(0);
    }
  });

  it('are told as they were on a past day', async () => {
    const of = async (at?: string) => {
      const { controls } = await ofTeam('payments', { at });
      return new Map(
        controls
          .flatMap(({ results }) => results)
          .map(({ test, outcome, count }) => [test, [outcome, count]]),
      );
    };
    const then = await of(past);
    const now = await of();
    expect(then.get('coverage')).toEqual(['not-met', 7]);
    expect(now.get('coverage')).toEqual(['not-met', 6]);
    expect(then.get('lost-registrations')).toEqual(['met', 0]);
    expect(now.get('lost-registrations')).toEqual(['not-met', 1]);
  });

  it('keep back what is about few people from who may not see their names', async () => {
    for (const caller of ['security', 'lead', 'self'] as const) {
      const { controls } = await ofTeam('payments', { caller });
      const tests = new Set(
        controls.flatMap(({ results }) => results).map(({ test }) => test),
      );
      // The lead sees all of Payments by name.
      const seesNames = caller !== 'self';
      expect(tests.has('privileged-not-phone-only')).toBe(seesNames);
      expect(tests.has('coverage')).toBe(true);
      expect(controls.some(({ withheld }) => withheld)).toBe(!seesNames);
      const partly = controls.filter(({ withheld }) => withheld);
      for (const { status } of partly) {
        expect(['not-met', null]).toContain(status);
      }
    }
    const desk = await ofTeam('desk', { caller: 'self' });
    expect(desk).toMatchObject({ hidden: true, controls: [], hideBelow: 4 });
    expect((await ofTeam('desk')).hidden).toBe(false);
  });

  it('stand by team, the worst first, page by page', async () => {
    const whole = await byTeam('mfa/MFA-01');
    expect(namesOf(whole)).toEqual([
      ['everyone', 'not-met'],
      ['payments', 'not-met'],
      ['spare', 'not-met'],
      ['field', 'not-met'],
      ['vacant', 'not-evaluated'],
      ['desk', 'met'],
    ]);
    expect(whole).toMatchObject({
      counts: { met: 1, notMet: 4, notEvaluated: 1, stale: 0, notTold: 0 },
      totalItems: 6,
      ofTeam: ['coverage'],
    });
    const pages: unknown[] = [];
    let cursor = '';
    do {
      const page = await byTeam('mfa/MFA-01', `&limit=2${cursor}`);
      pages.push(...namesOf(page));
      const { nextCursor } = page.pageInfo;
      cursor = nextCursor ? `&cursor=${nextCursor}` : '';
    } while (cursor);
    expect(pages).toEqual(namesOf(whole));
  });

  it('stand by team as far as the caller may be told', async () => {
    const told = await byTeam('mfa/MFA-01', '', 'self');
    const hidden = told.items.filter(item => item.hidden);
    expect(hidden.map(({ team }) => team.ref.slice(14))).toContain('desk');
    for (const { status, results } of hidden) {
      expect([status, results]).toEqual([null, []]);
    }
    const privileged = 'mfa/MFA-02';
    expect((await byTeam(privileged)).ofTeam).toContain('privileged-covered');
    const ofLead = await byTeam(privileged, '', 'lead');
    expect(
      ofLead.items
        .filter(({ withheld, hidden: isHidden }) => !withheld && !isHidden)
        .map(({ team }) => team.ref.slice(14)),
    ).toEqual(expect.arrayContaining(['payments', 'vacant']));
    expect(
      ofLead.items.find(({ team }) => team.ref.endsWith('/everyone')),
    ).toMatchObject({ withheld: true, status: null, results: [] });
  });

  it('have no team where the tenant alone answers', async () => {
    const { controls } = routes.getControls.response.parse(
      (await api.get('/controls')).body,
    );
    for (const { id: control } of controls) {
      const { ofTeam: can, items, totalItems } = await byTeam(`mfa/${control}`);
      expect(can.every(isTeamTest)).toBe(true);
      expect(totalItems).toBe(can.length > 0 ? 6 : 0);
      expect(items).toHaveLength(totalItems!);
    }
  });

  it('are met by nobody once the data is old', async () => {
    teams.sync.now = new Date(teams.sync.now.getTime() + 30 * DAY);
    const { controls, staleCauses } = await ofTeam('desk');
    expect(staleCauses).not.toEqual([]);
    expect(new Set(controls.map(({ status }) => status))).toEqual(
      new Set(['stale']),
    );
    expect((await byTeam('mfa/MFA-01')).counts).toMatchObject({ stale: 6 });
  });
});
