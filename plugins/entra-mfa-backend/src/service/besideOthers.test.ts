import type { Knex } from 'knex';
import { putException } from '../__testUtils__/exceptions';
import {
  groupEntity,
  objectId,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { keptOf, maskRuns } from '../__testUtils__/keptOf';
import { letTimePass } from '../__testUtils__/letTimePass';
import { startTestApi } from '../__testUtils__/startTestApi';
import { clientId, TestSync } from '../__testUtils__/TestSync';
import { untilOthersRead } from '../__testUtils__/untilOthersRead';
import { globalAdministrator } from '../assess/roles/privilegedRoles';
import { GraphRequestError } from '../graph/errors';
import { endException } from '../store/exceptions/endException';
import { readOpenHold } from '../store/hold/readOpenHold';
import { releaseHold } from '../store/hold/releaseHold';
import { insertNotice } from '../store/notices/insertNotice';
import { readNotices } from '../store/notices/readNotices';
import { readFirstPublish } from '../store/run/readFirstPublish';
import { readLastRun } from '../store/run/readLastRun';
import { readProgress } from '../store/run/readProgress';
import { readAssessedVersion } from '../store/read/readEntityStatus';
import { readLastOutcome } from '../store/read/readLastOutcome';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const hour = 3_600_000;
const numbers = Array.from({ length: 24 }, (_, n) => n + 1);

/** One before the tenant in every index, and one after it; each has the same ids and other facts. */
const variants = [0, 1, 2];
const tenantOf = (variant: number) =>
  `0a1b2c3d-0000-4000-8000-00000000000${variant}`;
const teams = ['payments', 'checkout', 'field'];

type Step = (sync: TestSync, variant: number) => unknown;

/** Another User entity of somebody. */
function second(number: number, variant: number) {
  const user = userEntity(number);
  const name = `second-${variant}`;
  return { ...user, metadata: { ...user.metadata, name } };
}

/** The pages of a tenant: two for people and report, so that a run can break off in between. */
function pagesOf(variant: number, changed = 0): TestSync['source']['pages'] {
  const halves = <Row>(rows: Row[]) => [rows.slice(0, 12), rows.slice(12)];
  const isRegistered = (n: number) => (n + variant) % 4 !== 0 || n <= changed;
  const team = (n: number) => teams[(n + variant) % 3];
  // Some are in no team, and some are not in the catalog at all.
  const users = numbers
    .filter(n => n % 7 !== variant + 2)
    .map(n => userEntity(n, n % 5 === variant ? [] : [team(n)]));
  return {
    organization: [
      [{ id: tenantOf(variant), displayName: `Tenant ${variant}` }],
    ],
    users: halves(
      numbers.map(n =>
        userRow(n, {
          displayName: `Person ${n} of ${variant}`,
          ...(n === 20 + variant && { userType: 'Guest' }),
          ...(n === 10 + variant + changed && { accountEnabled: false }),
        }),
      ),
    ),
    registrations: halves(numbers.map(n => reportRow(n, isRegistered(n)))),
    'role-assignments': [
      [1, 2].map(n => ({
        id: `r${n}`,
        principalId: objectId(n + variant + changed),
        roleDefinitionId: globalAdministrator,
      })),
    ],
    'catalog-users': [[...users, second(1 + changed, variant)]],
    'catalog-memberships': [users],
    'catalog-groups': [
      [
        groupEntity('payments'),
        groupEntity('checkout', changed ? 'field' : 'payments'),
        {
          ...groupEntity('field'),
          metadata: {
            name: 'field',
            title: `Team of ${variant}`,
            annotations: { 'entra-mfa/lead': `person${variant + changed + 1}` },
          },
        },
      ],
    ],
    'catalog-ownership': [
      [
        ownedEntity('shop', [
          `group:default/${teams[(variant + changed) % 3]}`,
          `user:default/person${changed + 5}`,
        ]),
        ownedEntity('site', [`group:default/${teams[variant]}`]),
      ],
    ],
  };
}

/** What is read beside the users is read to its end before them, also where they are refused. */
const run = (sync: TestSync) => {
  sync.source.before = async (dataSet, page) => {
    if (dataSet === 'users' && page === 2) {
      await untilOthersRead(sync, dataSet);
    }
  };
  return sync.runNow().catch(() => {});
};

/** Changes what is read from then on, and reads it with a report of its own. */
const reads =
  (change: (pages: TestSync['source']['pages'], variant: number) => void) =>
  (sync: TestSync, variant: number) => {
    sync.source.refreshedAt = new Date(sync.now.getTime() - hour);
    change(sync.source.pages, variant);
    return run(sync);
  };

const breaksOff =
  (at: string, then: Step = () => {}): Step =>
  async (sync, variant) => {
    await then(sync, variant);
    sync.source.before = async (dataSet, page) => {
      if (`${dataSet} ${page}` === at) {
        await untilOthersRead(sync, dataSet);
        throw new GraphRequestError(503, 'serviceNotAvailable', null, false);
      }
    };
    await sync.runNow().catch(() => {});
  };

const all = (pages: TestSync['source']['pages'], variant: number) =>
  Object.assign(pages, pagesOf(variant));

/** What happens to each tenant, an hour apart. */
const story: Step[] = [
  breaksOff('registrations 2', (sync, variant) => {
    sync.source.people = numbers.length - variant;
    all(sync.source.pages, variant);
  }),
  // Goes on with the pages that were kept.
  run,
  // In one of them nothing is another than before.
  reads((pages, variant) =>
    Object.assign(pages, pagesOf(variant, variant === 1 ? 0 : 3)),
  ),
  async (sync, variant) => {
    const { knex, tenantId, now } = sync;
    for (const [id, number] of [
      ['first', 8],
      ['second', 4],
    ] as const) {
      await putException(knex, {
        tenantId,
        id,
        subject: objectId(number + variant),
        until: '2026-12-31',
        requestedAt: now,
        // The lead, who asks, sees only those of people who are in the lead's team.
        requestedBy: 'user:default/owner',
        approvedAt: now,
      });
    }
    await insertNotice(knex, {
      tenantId,
      key: `told-${variant}`,
      sentAt: now,
    });
    await run(sync);
  },
  // A value is gone from some rows, and then again.
  ...[1, 2].map(() =>
    reads((pages, variant) => {
      const [first, others] = pagesOf(variant, 3).users as object[][];
      pages.users = [
        first.map((row, n) =>
          n > 3 + variant ? Object.assign({}, row, { userType: null }) : row,
        ),
        others,
      ];
    }),
  ),
  reads(all),
  // Most people are gone, and then again: believed. Then they come back.
  ...[1, 2].map(() =>
    reads((pages, variant) => {
      pages.users = [pagesOf(variant).users![0].slice(variant)];
    }),
  ),
  reads(all),
  // The figure falls, is held, and released.
  reads((pages, variant) => {
    pages.registrations = [
      numbers.map(n => reportRow(n, n % 4 === variant % 4)),
    ];
  }),
  async sync => {
    const { knex, tenantId, now } = sync;
    const held = await readOpenHold(knex, tenantId);
    if (held) {
      await releaseHold(
        knex,
        { tenantId, run: held.run },
        { by: 'user:default/security', at: now, reason: tenantId },
      );
    }
    await run(sync);
  },
  async (sync, variant) => {
    const { knex, tenantId, now } = sync;
    await endException(
      knex,
      { tenantId, id: 'first' },
      {
        ended_by: 'user:default/security',
        ended_at: now,
        end_note: `Came back to ${variant}`,
      },
    );
    await run(sync);
  },
  // What cannot be done without is refused, and then the run goes on.
  breaksOff('catalog-groups 1', (sync, variant) => {
    Object.assign(sync.source.pages, pagesOf(variant, 2 + variant));
  }),
  run,
  reads((pages, variant) => {
    all(pages, variant);
    pages.users![1].splice(-1 - variant, 1);
  }),
];

/** What the story comes to, in each tenant. */
const outcomes = [
  '1 failed graph-unavailable',
  '1 published',
  '2 published',
  '3 published',
  '4 failed missing-values',
  '5 failed missing-values',
  '6 published',
  '7 failed shrunk-answer',
  '8 published',
  '9 published',
  '10 failed sudden-fall',
  '11 published',
  '12 published',
  '13 failed graph-unavailable',
  '13 published',
  '14 published',
];

/** Everything that a tenant keeps and is told of its syncs. */
async function standOf(sync: TestSync) {
  const { knex, tenantId, now } = sync;
  return {
    outcome: await sync.lastRun().then(last => {
      const problem = last.problem ? ` ${JSON.parse(last.problem).code}` : '';
      return `${last.run} ${last.state}${problem}`;
    }),
    kept: await keptOf(knex, tenantId, masked),
    // In which order, where they are read beside each other, is nobody's promise.
    asked: sync.source.asked.slice().sort(),
    told: masked(
      JSON.stringify([
        await readFirstPublish(knex, tenantId),
        await readLastRun(knex, tenantId, now),
        await readLastOutcome(knex, tenantId),
        await readProgress(knex, tenantId),
        await Promise.all(
          numbers.map(snapshot =>
            readAssessedVersion(knex, { tenantId, snapshot, newest: false }),
          ),
        ),
        ...(await readNotices(
          knex,
          tenantId,
          variants.map(variant => `told-${variant}`),
        )),
      ]),
    ),
  };
}

/** Others have names once they were read. */
function masked(text: string): string {
  return maskRuns(text).replace(/"tenants":\[.*?\]/, '"tenants":[]');
}

const requests = [
  ...['/overview', '/people', '/people?state=uncovered&sort=name', '/roles'],
  ...['/people?q=Person', '/people?team=group:default/payments', '/services'],
  ...[2, 4, 8, 20, 22, 23, 24].map(n => `/people/TENANT/${objectId(n)}`),
  ...[2, 6].map(n => `/people/TENANT/${objectId(n)}/services`),
  ...['/teams', ...teams.map(name => `/teams/group/default/${name}`)],
  ...['/teams/group/default/payments/services', '/runs', '/exceptions'],
  '/entities/component/default/shop/owners',
  '/entities/component/default/site/owners',
  ...['2026-11-21T17:00:00Z', '2026-11-23', '2026-11-25'].flatMap(from => [
    `/changes?from=${from}`,
    `/changes?from=${from}&team=group:default/payments`,
  ]),
  ...['catalog-user', 'report-row'].map(kind => `/unmatched?kind=${kind}`),
  ...['/what-if?phoneOff=true', '/reviews', '/reviews/1/items'],
];
const times = [
  '',
  'at=2026-11-20',
  'at=2026-11-22T18:00:00Z',
  'at=2026-11-24T18:00:00Z',
];
const asking = ['security', 'lead'] as const;

/** Everything that is told of a tenant: now and of the past, to callers of every kind. */
async function answersOf(sync: TestSync) {
  const api = await startTestApi(sync, {
    tenants: [
      sync.tenantId,
      ...variants.map(tenantOf).filter(id => id !== sync.tenantId),
    ].map(tenantId => ({ tenantId, clientId, clientSecret: 'not-used' })),
  });
  try {
    await api.post('/reviews').send({ tenant: sync.tenantId });
    const answers: Record<string, unknown> = {};
    for (const path of requests) {
      for (const time of times) {
        for (const caller of asking) {
          const own = path.replace('TENANT', sync.tenantId);
          const asked = `${own}${
            time && (own.includes('?') ? '&' : '?')
          }${time}`;
          const { status, text } = await api.get(asked, caller);
          expect([asked, status < 500]).toEqual([asked, true]);
          answers[`${asked} as ${caller}`] = [status, masked(text)];
        }
      }
    }
    return answers;
  } finally {
    await api.stop();
  }
}

/** Lives through the story in each tenant, each a step behind the next, and before it in the same hour. */
async function live(knex: Knex, tenants: number[]) {
  const syncs = tenants.map(variant => {
    const sync = new TestSync(knex, { tenantId: tenantOf(variant) });
    return { sync, variant };
  });
  const last = story.length + variants.length - 1;
  const begin = syncs[0].sync.now.getTime();
  const stands: Record<string, Awaited<ReturnType<typeof standOf>>> = {};
  for (let at = 0; at < last; at += 1) {
    await letTimePass(knex, hour);
    for (const { sync, variant } of syncs) {
      const step = at - (variants.length - 1 - variant);
      if (story[step]) {
        sync.now = new Date(begin + at * 8 * hour + variant);
        await story[step](sync, variant);
      }
      if (step >= 0 && step < story.length) {
        stands[`${variant}, step ${step}`] = await standOf(sync);
      }
    }
  }
  // The one in the middle: others come before it and after it in every index.
  const middle = syncs.find(({ variant }) => variant === 1);
  if (middle) {
    middle.sync.now = new Date(begin + last * 8 * hour);
  }
  const answers = middle && (await answersOf(middle.sync));
  return { stands, answers };
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  it('a tenant is read and told as it is alone, beside tenants with the same ids, refs and numbers', async () => {
    const together = await live(await databases.init(databaseId), variants);
    const steps = variants.length * story.length;
    expect(Object.keys(together.stands)).toHaveLength(steps);
    for (const variant of variants) {
      const alone = await live(await databases.init(databaseId), [variant]);
      for (const [step, stand] of Object.entries(alone.stands)) {
        expect([step, together.stands[step]]).toEqual([step, stand]);
      }
      expect(alone.answers ?? together.answers).toEqual(together.answers);
      expect(Object.values(alone.stands).map(({ outcome }) => outcome)).toEqual(
        outcomes,
      );
    }
    expect(Object.keys(together.answers!).length).toBeGreaterThan(200);
  });
});
