import type { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { insertDrill } from '../store/breakGlass/insertDrill';
import type { PublicationHoldRow } from '../store/sql/tables';
import { everyRoute, sendRow } from './everyRoute';
import { putException } from './exceptions';
import {
  deviceRow,
  groupEntity,
  objectId,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from './rows';
import { keptOf, maskRuns } from './keptOf';
import { startTestApi } from './startTestApi';
import { createTestTenant, register, tenantId } from './testTenant';
import { clientId, testRules, TestSync } from './TestSync';

/** Its people, teams, entities, runs and snapshots have the ids and numbers of the other tenant's. */
const otherId = '0a1b2c3d-0000-4000-8000-000000000002';
const rules = { ...testRules, breakGlassIds: [objectId(3)] };
const configured = (id: string) => ({
  tenantId: id,
  clientId,
  clientSecret: 'not-used',
});

const callers = ['security', 'owner', 'lead', 'self', 'countsOnly'] as const;

/** Of somebody who has another User entity too, which is one of somebody else in the other tenant. */
const second = (number: number) => {
  const user = userEntity(number);
  return { ...user, metadata: { ...user.metadata, name: 'second' } };
};

/** That somebody tried to register and failed: the same id and name in both tenants. */
const tried = (number: number, failureReason = 'Ours') => ({
  id: `event-${number}`,
  feature: 'registration',
  userPrincipalName: `person${number}@contoso.com`,
  isSuccess: false,
  authMethod: 'mobileSMS',
  failureReason,
  eventDateTime: '2026-11-20T10:00:00Z',
});

/** Who is at risk, and by what: the same ids in both tenants. */
const riskOf = (numbers: number[], riskEventType: string) => ({
  'risky-users': [
    numbers.map(number => ({ id: objectId(number), riskState: 'atRisk' })),
  ],
  'risk-detections': [
    numbers.map(number => ({
      id: `detection-${number}`,
      userId: objectId(number),
      riskEventType,
      detectedDateTime: '2026-11-20T10:00:00Z',
    })),
  ],
});

/** By another name, in another state, on other teams of other leads that own other things. */
function createOther(knex: Knex, pages: TestSync['source']['pages']) {
  const other = new TestSync(knex, { tenantId: otherId });
  const users = [
    userEntity(2, ['payments']),
    userEntity(3, ['field']),
    userEntity(8, ['checkout']),
    userEntity(10, ['payments']),
    userEntity(11, ['engineering']),
    userEntity(13, ['field']),
  ];
  other.source.pages = {
    ...structuredClone(pages),
    organization: [[{ id: otherId, displayName: 'Fabrikam' }]],
    users: [
      [1, 2, 3, 4, 6, 8, 10, 11, 12, 13].map(number =>
        userRow(number, { displayName: `Other ${number}` }),
      ),
    ],
    registrations: [
      [1, 2, 3, 4, 6, 8, 10, 11, 12].map(number =>
        reportRow(number, number % 2 === 0),
      ),
    ],
    'registration-events': [[tried(2), tried(8, 'Theirs')]],
    ...riskOf([2, 8, 12], 'theirs'),
    devices: [[deviceRow(1, [2], { displayName: 'Theirs' })]],
    'catalog-users': [[...users, second(3)]],
    'catalog-memberships': [users],
    'catalog-groups': [
      [
        groupEntity('engineering'),
        groupEntity('payments'),
        groupEntity('checkout', 'engineering'),
        {
          ...groupEntity('field', 'payments'),
          relations: [
            { type: 'childOf', targetRef: 'group:default/payments' },
            { type: 'ownedBy', targetRef: 'user:default/owner' },
          ],
        },
      ],
    ],
    'catalog-ownership': [
      [
        ownedEntity('checkout-web', [
          'group:default/payments',
          'group:default/field',
        ]),
        ownedEntity('field-app', ['group:default/checkout']),
      ],
    ],
  };
  return other;
}

/** Holds a figure, as a run that finds a fall. */
async function hold(
  run: number,
  { knex, tenantId: of, now }: TestSync,
  words: string,
) {
  await knex<PublicationHoldRow>('hold').insert({
    tenant_id: of,
    run,
    since: now,
    snapshot: run,
    from_covered: 40,
    from_uncovered: 2,
    to_covered: 20,
    to_uncovered: 22,
    people: words.length,
    found_at: now,
  });
}

/** What happens to a tenant between two syncs, in other words for each. */
async function act(sync: TestSync, words: string) {
  const { knex, tenantId: of, now } = sync;
  await putException(knex, {
    tenantId: of,
    id: `of-10-${words}`,
    subject: objectId(10),
    until: '2026-12-31',
    requestedAt: now,
    approvedAt: now,
  });
  await putException(knex, {
    tenantId: of,
    id: `of-field-${words}`,
    kind: 'group',
    subject: 'group:default/field',
    until: words === 'ours' ? '2026-12-01' : '2026-12-30',
    requestedAt: now,
  });
  await insertDrill(knex, {
    tenant_id: of,
    drill_id: `drill-${words}`,
    object_id: objectId(3),
    held_on: '2026-11-20',
    recorded_by: `user:default/${words}`,
    recorded_at: now,
    note: words,
  });
  await hold(1, sync, words);
}

/** Lists as they are asked for by who sorts, counts and searches them. */
const lists = [
  '/people?count=true&facets=true&maxAgeDays=9999&order=asc',
  '/teams?count=true&order=asc',
  '/services?count=true&q=checkout',
  '/changes?from=2026-11-01&sort=name&q=person&count=true',
  '/changes?from=2026-11-01&sort=at&q=person',
  '/exceptions?count=true&state=requested',
  '/reviews/1/items?sort=risk',
  '/assessments/1',
];

const past = (request: string) =>
  `${request}${request.includes('?') ? '&' : '?'}at=2026-11-21T10:30:00Z`;

/** Everything that one tenant is answered and keeps, with the other beside it or alone. */
export async function liveBeside(knex: Knex, { alone }: { alone: boolean }) {
  const ours = await createTestTenant(knex);
  ours.source.pages['registration-events'] = [[tried(8), tried(12)]];
  Object.assign(ours.source.pages, riskOf([8], 'ours'));
  ours.source.pages.devices = [[deviceRow(1, [8]), deviceRow(2, [8])]];
  const other = createOther(knex, ours.source.pages);
  ours.source.pages['catalog-users']!.push([second(1)]);
  const both = alone ? [ours] : [other, ours, other];
  const each = async (step: (sync: TestSync, isOurs: boolean) => unknown) => {
    const { now } = ours;
    for (const sync of alone ? [ours] : [other, ours]) {
      sync.now = new Date(now.getTime() + (sync === ours ? 0 : 1000));
      await step(sync, sync === ours);
    }
  };
  const syncAll = async () => {
    const { now } = ours;
    for (const [index, sync] of both.entries()) {
      // The other one reads once more after ours.
      sync.now = new Date(
        now.getTime() + [-60_000, 0, 60_000][alone ? 1 : index],
      );
      await sync.run({ rules });
    }
  };
  await syncAll();
  await each((sync, isOurs) => act(sync, isOurs ? 'ours' : 'theirs'));
  await syncAll();
  register(ours, 2);
  register(other, 3);
  await syncAll();
  await each((sync, isOurs) =>
    isOurs ? hold(4, sync, 'ours') : hold(3, sync, 'theirs'),
  );
  if (!alone) {
    // Its hold ends with it, and ours does not; nor does it when theirs of the same number is released.
    await other.run({ rules });
    await hold(4, other, 'theirs');
  }
  const api = await startTestApi(ours, {
    tenants: [configured(tenantId), configured(otherId)],
    scope: { breakGlassIds: [objectId(3)] },
  });
  try {
    await each(async ({ tenantId: of }, isOurs) => {
      await api.post('/reviews').send({ tenant: of });
      await api.post('/assessments').send({
        tenant: of,
        title: isOurs ? 'Ours' : 'Other one',
        from: '2026-11-01',
        to: '2026-11-21',
      });
      await api.post(`/reviews/1/items/${objectId(8)}/decision`).send({
        tenant: of,
        decision: isOurs ? 'keep' : 'remove',
        note: 'Looked at',
      });
    });
    // What the other decides of its own, after ours is on record.
    if (!alone) {
      await api
        .post(`/tenants/${otherId}/release`)
        .send({ reason: 'It is true' });
      await api.post('/exceptions/of-field-theirs/withdraw', 'lead').send({});
      await api.post('/reviews/1/close').send({ tenant: otherId });
    }
    const answers: Record<string, unknown> = {};
    const recorded = inOrderOfTrail(knex);
    const skipped = [
      'getTenants',
      'getConnections',
      'getEntityStatus',
      'getStorage',
      'getTeamTenants',
      'getPersonTenants',
    ];
    for (const [name, rows] of Object.entries(everyRoute)) {
      for (const row of skipped.includes(name) ? [] : rows) {
        if (row.request.startsWith('get ')) {
          for (const asked of [row, { ...row, request: past(row.request) }]) {
            for (const caller of callers) {
              const { status, text } = await recorded(() =>
                sendRow(api, asked, caller),
              );
              answers[`${asked.request} as ${caller}`] = [status, masked(text)];
            }
          }
        }
      }
    }
    for (const list of lists) {
      for (const caller of ['security', 'lead'] as const) {
        const { status, text } = await api.get(list, caller);
        answers[`${list} as ${caller}`] = [status, masked(text)];
      }
    }
    return { answers, kept: await keptOf(knex, tenantId, masked) };
  } finally {
    await api.stop();
  }
}

/** Files are put on record after they were sent: waits for that, so that the trail has them in the order in which they were asked for. */
function inOrderOfTrail(knex: Knex) {
  const onRecord = async () => {
    const [{ events }] = await knex('connection_event').count({ events: '*' });
    return Number(events);
  };
  return async <T extends { headers: Record<string, string> }>(
    send: () => PromiseLike<T>,
  ): Promise<T> => {
    const before = await onRecord();
    const answer = await send();
    const isFile = answer.headers['content-disposition'] !== undefined;
    // Few files are not put on record: those are not waited for longer.
    const until = Date.now() + 500;
    while (isFile && (await onRecord()) === before && Date.now() < until) {
      await setTimeout(5);
    }
    return answer;
  };
}

/** The other has a name once it was read. */
function masked(text: string): string {
  return maskRuns(text).replaceAll(`"name":"${otherId}"`, '"name":"Fabrikam"');
}
