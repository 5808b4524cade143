import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  entraMfaServiceRef,
  type EntraMfaService,
  type EntraMfaTeamCoverage,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import request from 'supertest';
import scaffolderModuleEntraMfa from '.';

jest.setTimeout(60_000);

const met: EntraMfaTeamCoverage = {
  trust: 'fresh',
  staleCauses: [],
  heldSince: null,
  readAt: '2026-11-21T08:00:00Z',
  reportRefreshedAt: null,
  snapshot: { number: 7, at: '2026-11-21T08:01:00Z' },
  tenant: { id: 'one', name: 'Contoso' },
  basis: 'registered',
  covered: 20,
  uncovered: 0,
  unknown: 0,
  exempt: 0,
  permille: 1000,
  targetPermille: 950,
  short: 0,
  target: 'met',
  notKnown: null,
  team: { ref: 'group:default/payments', title: 'Payments' },
  otherTenants: 0,
};
const gap: EntraMfaTeamCoverage = {
  ...met,
  ...{ covered: 15, uncovered: 5, permille: 750, short: 4 },
  target: 'not-met',
};

const userOf = ({ credentials }: { credentials: unknown }) =>
  (credentials as { principal: { userEntityRef?: string } }).principal
    .userEntityRef ?? 'a service';

/** Each team by the last part of its ref; `two` is in two tenants, and in the first of them well. */
const entraMfa = {
  getTeamCoverage: jest.fn(async (ref: string, { tenant = 'one' }) => {
    const name = ref.split('/').at(-1);
    const found = {
      payments: { one: met },
      field: { one: gap },
      stale: {
        one: { ...met, trust: 'stale', target: 'not-known', notKnown: 'stale' },
      },
      two: {
        one: { ...met, otherTenants: 1 },
        other: { ...gap, tenant: { id: 'other', name: 'Fabrikam' } },
      },
    }[name ?? ''] as Record<string, EntraMfaTeamCoverage> | undefined;
    if (!found) {
      throw new NotFoundError(`The catalog had no group ${ref}`);
    }
    return found[tenant];
  }),
  getTenantsOfTeam: jest.fn(async (ref: string) => {
    if (!ref.endsWith('/two')) {
      throw new NotFoundError(`The catalog had no group ${ref}`);
    }
    return ['one', 'other'];
  }),
  getOrganizationCoverage: jest.fn(async () => gap),
  overrideTarget: jest.fn(async (team: string, _: object, options: object) => {
    const by = userOf(options as { credentials: unknown });
    if (by !== 'user:default/security') {
      throw new NotAllowedError(
        'You need the permission entra-mfa.target.override',
      );
    }
    return { team, by, at: '2026-11-21T09:00:00Z' };
  }),
};

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'service', namespace: 'default' },
  spec: {
    type: 'service',
    parameters: [],
    steps: [
      { id: 'figure', action: 'entra-mfa:coverage:get', input: {} },
      {
        id: 'gate',
        action: 'entra-mfa:require',
        input: {
          team: '${{ parameters.owner }}',
          overrideReason: '${{ parameters.reason }}',
        },
      },
      {
        id: 'make',
        action: 'debug:log',
        input: { message: 'The service is made' },
      },
    ],
    output: {
      text: [
        {
          title: 'target',
          content:
            '${{ steps.figure.output.target }} ${{ steps.gate.output.met }}',
        },
      ],
    },
  },
};

let backend: TestBackend;

beforeAll(async () => {
  backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleEntraMfa,
      createServiceFactory({
        service: entraMfaServiceRef,
        deps: {},
        factory: () => entraMfa as unknown as EntraMfaService,
      }),
      catalogServiceMock.factory({ entities: [template] }),
    ],
  });
});

afterAll(() => backend.stop());

beforeEach(() => jest.clearAllMocks());

/** Runs the template to its end. */
async function run(owner: string, reason = '', user = 'lead') {
  const as = mockCredentials.user.header(`user:default/${user}`);
  const started = await request(backend.server)
    .post('/api/scaffolder/v2/tasks')
    .set('Authorization', as)
    .send({
      templateRef: 'template:default/service',
      values: { owner, reason },
    });
  expect(started.status).toBe(201);
  const task = `/api/scaffolder/v2/tasks/${started.body.id}`;
  for (;;) {
    const { body } = await request(backend.server)
      .get(task)
      .set('Authorization', as);
    if (!['open', 'processing'].includes(body.status)) {
      const events = await request(backend.server)
        .get(`${task}/events`)
        .set('Authorization', as);
      const log: string = events.body
        .map((event: { body: { message: string } }) => event.body.message)
        .join('\n');
      return {
        status: body.status,
        log,
        id: started.body.id,
        output: events.body.at(-1).body.output,
      };
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

it('goes on where the team meets its target, asked as who runs the template', async () => {
  const { status, log, output } = await run('group:default/payments');
  expect(status).toBe('completed');
  expect(log).toContain('meets its target of MFA registration');
  expect(log).toContain('The service is made');
  expect(output.text[0].content).toBe('not-met true');
  const [[team, options]] = entraMfa.getTeamCoverage.mock.calls;
  expect(team).toBe('group:default/payments');
  expect(userOf(options as never)).toBe('user:default/lead');
  expect(entraMfa.overrideTarget).not.toHaveBeenCalled();
});

it.each([
  [
    'field',
    /covered to 75\.0 % of the 95\.0 % that are asked for, 4 people short/,
  ],
  ['stale', /the data is too old/],
  ['two', /4 people short in tenant other/],
  ['nobody-knows', /knows nobody of it/],
])('stops where it is not known to: %s', async (team, why) => {
  const { status, log } = await run(`group:default/${team}`);
  expect(status).toBe('failed');
  expect(log).toMatch(why);
  expect(log).toContain('entra-mfa.target.override');
  expect(log).not.toContain('The service is made');
});

it.each(['', '   '])(
  'stops without a reason, whoever runs it: %j',
  async reason => {
    const { status } = await run('group:default/field', reason, 'security');
    expect(status).toBe('failed');
    expect(entraMfa.overrideTarget).not.toHaveBeenCalled();
  },
);

it('stops where the reason is of somebody who may not', async () => {
  const { status, log } = await run('group:default/field', 'It is urgent');
  expect(status).toBe('failed');
  expect(log).toContain('You need the permission entra-mfa.target.override');
  expect(log).not.toContain('The service is made');
});

it('goes on with the reason of somebody who may, on record and in the log', async () => {
  const reason = 'The team starts in December';
  const { status, log, id } = await run(
    'group:default/field',
    reason,
    'security',
  );
  expect(status).toBe('completed');
  expect(log).toContain(`user:default/security said why at`);
  expect(log).toContain(reason);
  expect(log).toContain('The service is made');
  expect(entraMfa.overrideTarget).toHaveBeenCalledWith(
    'group:default/field',
    { reason, purpose: `template:default/service, task ${id}` },
    expect.anything(),
  );
});
