import { toReasonCode } from '../assess/reviews/reasonCodes';
import {
  keepNeedsNote,
  reviewReasonsOf,
  type ReviewFacts,
} from '../assess/reviews/reviewReasonsOf';
import type { Knex } from 'knex';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { putException } from '../__testUtils__/exceptions';
import {
  groupEntity,
  objectId,
  ownedEntity,
  userEntity,
} from '../__testUtils__/rows';
import {
  createTestTenant,
  register,
  tenantId,
} from '../__testUtils__/testTenant';
import { testRules } from '../__testUtils__/TestSync';
import { insertDrill } from './breakGlass/insertDrill';
import { readDrills } from './breakGlass/readDrills';
import { erasePerson } from './erase/erasePerson';
import { readErasedAway } from './erase/readErasedAway';
import { countOpenRequests } from './exceptions/countOpenRequests';
import { decideException } from './exceptions/decideException';
import { endException } from './exceptions/endException';
import { readException } from './exceptions/readException';
import { readExceptionGroups } from './exceptions/readExceptionGroups';
import { readExceptionsInForce } from './exceptions/readExceptionsInForce';
import { countExceptions, readExceptions } from './exceptions/readExceptions';
import { readExemptions } from './exceptions/readExemptions';
import { readSubjectPeople } from './exceptions/readSubjects';
import { readLastStep } from './run/readLastStep';
import type { ExceptionVisibility } from './exceptions/visibleExceptions';
import { withdrawException } from './exceptions/withdrawException';
import { closeHold } from './hold/closeHold';
import { readOpenHold } from './hold/readOpenHold';
import { releaseHold } from './hold/releaseHold';
import { readNotices } from './notices/readNotices';
import { readSteps } from './notices/readSteps';
import { readHoldAt, readHolds } from './read/readHolds';
import { readIdsElsewhere } from './read/readIdsElsewhere';
import { readPersonHistory } from './read/readPersonHistory';
import { readTeamSizes } from './read/readTeamSizes';
import { readTeamWeeks } from './read/readTeamWeeks';
import { readTenantNames } from './read/readTenantNames';
import { closeReview } from './reviews/closeReview';
import { countItems, countReviewItems } from './reviews/countReviewItems';
import { decideReviewItems } from './reviews/decideReviewItems';
import {
  countGiven,
  countUnassigned,
  readReviewers,
} from './reviews/countReviewers';
import { countStillMembers } from './reviews/followUp';
import { handOver, insertHandover, readHandovers } from './reviews/handOver';
import { openReview } from './reviews/openReview';
import { readAssigned } from './reviews/readAssigned';
import { insertReminded, readReminded } from './reviews/reviewReminders';
import {
  advanceSchedule,
  changeSchedule,
  insertSchedule,
  readSchedules,
  stopSchedule,
  type ScheduleWithUsers,
} from './reviews/schedules';
import { readItemsOfAddresses } from './reviews/readItemsOfAddresses';
import { readReviewDecisions } from './reviews/readReviewDecisions';
import { readItemNames, readReviewItems } from './reviews/readReviewItems';
import {
  readLastClosed,
  readOpenReviews,
  readOpenReview,
  readReview,
  readReviews,
  readReviewsToDecide,
} from './reviews/readReviews';
import { reviewStep } from './reviews/reviewStep';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function review(snapshot: number) {
  return {
    tenant_id: tenantId,
    title: 'Autumn',
    snapshot,
    baseline_snapshot: 1,
    since: new Date('2026-11-21T00:00:00Z'),
    previous_review: null,
    no_method_after_days: 14,
    roles_not_known: 0,
    opened_by: 'user:default/person8',
    opened_at: new Date('2026-11-21T12:00:00Z'),
    scope_kind: 'risks' as const,
    scope_id: '',
    scope_name: null,
    reviewers_kind: 'leads' as const,
    due_on: null,
    schedule_id: null,
  };
}

const schedule: ScheduleWithUsers = {
  ...{ tenant_id: tenantId, schedule_id: 'quarterly', title: 'Field' },
  ...{ scope_kind: 'team', scope_id: 'group:default/field', scope_name: null },
  ...{ reviewers_kind: 'users', users: ['user:default/person8'] },
  ...{ due_days: null, every: 'quarterly', last_review: null },
  ...{ first_day: '2026-12-01', next_day: '2026-12-01', state: 'running' },
  ...{ created_by: 'user:default/person8', created_at: new Date(0) },
  ...{ changed_by: 'user:default/person8', changed_at: new Date(0) },
  version: 1,
};

/** Who comes on a list, by the rules. */
function list(facts: ReviewFacts) {
  const since = new Date('2026-11-21T00:00:00Z');
  const times = { at: since, since, oldEnough: since };
  return {
    reasons: toReasonCode(reviewReasonsOf(facts, times)),
    keepNeedsNote: keepNeedsNote(facts),
  };
}

/** One comes before the tenant in every index, and one after it. */
const others = [
  '00000000-0000-4000-8000-00000000000a',
  'f0000000-0000-4000-8000-00000000000f',
];
const tables = [
  'tenant',
  'run',
  'data_set',
  'record',
  'snapshot',
  'person',
  'team',
  'person_team',
  'coverage',
  'unmatched',
  'break_glass_drill',
  'person_change',
  'notice',
  'exception',
  'hold',
  'team_lead',
  'owned_entity',
  'owner_set',
  'owner_coverage',
  'review',
  'review_item',
  'review_decision',
  'review_assignment',
  'review_reminder',
  'review_handover',
  'review_schedule',
  'review_schedule_user',
  'person_role',
  'person_entity',
  'erasure',
];
/** What the other tenants say in words of their own. */
const words = new Set([
  'display_name',
  'title',
  'label',
  'reason',
  'note',
  'decision_note',
  'end_note',
  'close_reason',
  'rules_version',
]);

const at = new Date('2026-11-22T12:00:00Z');
const of = { tenantId, review: 1 };
const then = { tenantId, snapshot: 2, newest: false };
const items = { review: 1, then };
const now = { tenantId, snapshot: 3, newest: true };
const step = { decided_by: 'user:default/security', decided_at: at };
const seen = {
  at,
  isNow: true,
  visibility: 'all',
  states: undefined,
  person: undefined,
  sort: 'until',
} as const;
/** Of somebody who sees the people of one team, and has asked for nothing. */
const ofPayments: ExceptionVisibility = {
  requestedBy: null,
  people: {
    kind: 'team',
    refs: ['group:default/payments'],
    includeSubTeams: true,
  },
};
/** Of somebody who led a team then, and leads none now. */
const asLead: ExceptionVisibility = {
  requestedBy: null,
  people: { kind: 'lead', refs: ['user:default/person8'] },
};
const page = { before: null, limit: 50 };
const counts = {} as Parameters<typeof closeReview>[2]['counts'];

const operations: Record<string, (trx: Knex.Transaction) => Promise<unknown>> =
  {
    countOpenRequests: trx =>
      countOpenRequests(
        trx,
        { tenantId, requestedBy: 'user:default/lead' },
        at,
      ),
    decideException: trx =>
      decideException(
        trx,
        { tenantId, id: 'open' },
        { ...step, decision: 'approved', decision_note: '' },
      ),
    endException: trx =>
      endException(
        trx,
        { tenantId, id: 'approved' },
        { ended_by: 'user:default/security', ended_at: at, end_note: '' },
      ),
    withdrawException: trx =>
      withdrawException(trx, { tenantId, id: 'open' }, at),
    readLastStep: trx => readLastStep(trx, tenantId),
    readException: trx => readException(trx, [tenantId], 'open'),
    readExceptionsInForce: trx => readExceptionsInForce(trx, tenantId, at),
    readExceptionGroups: trx => readExceptionGroups(trx, tenantId, at),
    readExceptions: trx =>
      readExceptions(trx, now, seen, { after: null, limit: 50 }),
    countExceptions: trx => countExceptions(trx, now, seen),
    readExceptionsByText: trx =>
      readExceptions(
        trx,
        now,
        { ...seen, named: { q: 'o', sight: { people: 'all', rules: 'all' } } },
        { after: null, limit: 50 },
      ),
    countVisibleExceptions: trx =>
      countExceptions(trx, now, { ...seen, visibility: ofPayments }),
    readSubjectPeople: trx =>
      readSubjectPeople(trx, now, [objectId(8), objectId(77)], null),
    countExceptionsOfThen: trx =>
      countExceptions(trx, then, { ...seen, isNow: false, visibility: asLead }),
    readExemptions: trx => readExemptions(trx, tenantId, ['approved']),
    readDrills: trx => readDrills(trx, tenantId, at),
    readOpenHold: trx => readOpenHold(trx, tenantId),
    readHolds: trx => readHolds(trx, tenantId, page),
    readHoldAt: trx => readHoldAt(trx, tenantId, at),
    releaseHold: trx =>
      releaseHold(
        trx,
        { tenantId, run: 3 },
        { by: 'user:default/security', at, reason: 'True' },
      ),
    closeHold: trx => closeHold(trx, tenantId, { snapshot: 3, at }),
    readNotices: trx => readNotices(trx, tenantId, ['told']),
    readSteps: trx => readSteps(trx, { tenantId, after: 1, upTo: 3 }),
    readReviews: trx => readReviews(trx, tenantId, page),
    readReview: trx => readReview(trx, of),
    readOpenReview: trx => readOpenReview(trx, tenantId),
    readLastClosed: trx => readLastClosed(trx, tenantId),
    openReviewOfTeam: trx =>
      openReview(
        trx,
        {
          ...review(3),
          ...{ scope_kind: 'team', scope_id: 'group:default/payments' },
          reviewers_kind: 'users',
        },
        {
          members: { kind: 'team', id: 'group:default/payments', view: now },
        },
        ['user:default/person8'],
      ),
    readOpenReviews: trx => readOpenReviews(trx, tenantId),
    readReviewsToDecide: trx =>
      readReviewsToDecide(trx, tenantId, ['user:default/person8']),
    readReviewers: trx => readReviewers(trx, items),
    countGiven: trx => countGiven(trx, items, ['user:default/person8']),
    countUnassigned: trx => countUnassigned(trx, items),
    readAssigned: async trx => {
      const reviewersOf = await readAssigned(trx, of, [objectId(12)]);
      return reviewersOf(objectId(12));
    },
    countStillMembers: trx =>
      countStillMembers(trx, items, {
        ...{ kind: 'team', id: 'group:default/field', view: now },
      }),
    readReminded: async trx => [
      ...(await readReminded(trx, of, ['user:default/person8'])),
    ],
    readSchedules: trx => readSchedules(trx, tenantId),
    advanceSchedule: trx =>
      advanceSchedule(trx, schedule, { review: 2, nextDay: '2027-01-01' }),
    changeSchedule: trx =>
      changeSchedule(
        trx,
        schedule,
        { ...schedule, title: 'Plains', users: ['user:default/security'] },
        { by: 'user:default/security', at },
      ),
    handOver: async trx => {
      await handOver(trx, items, {
        from: 'user:default/person8',
        to: 'user:default/security',
        ...{ fromIds: [], toIds: [objectId(12)] },
      });
      await insertHandover(trx, {
        ...{ tenant_id: tenantId, review: 1, items: 1, given_at: at },
        from_ref: 'user:default/person8',
        to_ref: 'user:default/security',
        given_by: 'user:default/security',
      });
    },
    readHandovers: trx => readHandovers(trx, items, 20),
    stopSchedule: trx =>
      stopSchedule(
        trx,
        { tenantId, scheduleId: schedule.schedule_id },
        { by: 'user:default/security', at },
      ),
    readReviewDecisions: trx => readReviewDecisions(trx, of, [objectId(12)]),
    readReviewItems: trx =>
      readReviewItems(
        trx,
        items,
        { filter: {}, visibility: null },
        { after: null, limit: 50 },
      ),
    readItemNames: trx => readItemNames(trx, items, {}, 50),
    countReviewItems: trx => countReviewItems(trx, items, null),
    countItems: trx => countItems(trx, items, { q: 'Person' }),
    countItemsByNameOfOthers: trx => countItems(trx, items, { q: 'zoe' }),
    decideReviewItems: trx =>
      decideReviewItems(
        trx,
        items,
        { ids: [objectId(12)] },
        { ...step, decision: 'keep', note: null },
      ),
    readItemsOfAddresses: trx =>
      readItemsOfAddresses(trx, items, 2, ['person12@contoso.com']),
    reviewStep: trx => reviewStep(trx, of, at, async (_, found) => found),
    closeReview: trx =>
      closeReview(trx, of, {
        by: 'user:default/security',
        at,
        reason: null,
        counts,
      }),
    openReview: trx => openReview(trx, review(3), { rule: list }),
    erasePerson: trx =>
      erasePerson(
        trx,
        { tenantId, objectId: objectId(8) },
        { by: 'user:default/security', at, reason: 'Asked for' },
        testRules,
      ),
    readPersonHistory: trx => readPersonHistory(trx, now, objectId(8), null),
    readTeamSizes: trx => readTeamSizes(trx, then),
    readTeamWeeks: trx =>
      readTeamWeeks(trx, now, ['group:default/payments'], [at]),
    readIdsElsewhere: trx => readIdsElsewhere(trx, [tenantId], [objectId(77)]),
    readTenantNames: trx => readTenantNames(trx, [tenantId]),
    readErasedAway: trx => readErasedAway(trx, tenantId),
  };

/** Three snapshots, and a row or more of everything; person 8 has gone. */
async function seed(knex: Knex) {
  const sync = await createTestTenant(knex);
  const { pages } = sync.source;
  const group = groupEntity('field');
  const led = [{ type: 'ownedBy', targetRef: 'user:default/person8' }];
  pages['catalog-groups'] = [
    pages['catalog-groups']!.flat().map(row =>
      JSON.stringify(row).includes('"field"')
        ? { ...group, relations: led }
        : row,
    ),
  ];
  pages['catalog-ownership'] = [
    [ownedEntity('field-app', ['user:default/person8', 'group:default/field'])],
  ];
  pages['catalog-users']!.push([
    { ...userEntity(8), metadata: { ...userEntity(8).metadata, name: 'p8' } },
  ]);
  await sync.run();
  register(sync, 2);
  await sync.run();
  await openReview(knex, review(2), { rule: list });
  await insertSchedule(knex, schedule);
  await knex('review_handover').insert({
    ...{ tenant_id: tenantId, review: 1, step: 1, items: 1, given_at: at },
    ...{ from_ref: 'user:default/x', to_ref: 'user:default/y' },
    given_by: 'user:default/z',
  });
  await insertReminded(knex, {
    tenant_id: tenantId,
    review: 1,
    reviewer_ref: 'user:default/person8',
    day: '2026-11-22',
    sent_at: at,
  });
  await knex.transaction(trx =>
    decideReviewItems(
      trx,
      items,
      {},
      { ...step, decision: 'remove', note: '' },
    ),
  );
  for (const [id, approvedAt] of [
    ['open', undefined],
    ['approved', new Date('2026-11-21T12:00:00Z')],
  ] as const) {
    await putException(knex, {
      tenantId,
      id,
      subject: objectId(8),
      until: '2026-12-31',
      requestedAt: new Date('2026-11-21T11:00:00Z'),
      approvedAt,
    });
  }
  await insertDrill(knex, {
    tenant_id: tenantId,
    drill_id: 'drill',
    object_id: objectId(8),
    held_on: '2026-11-20',
    recorded_by: 'user:default/person8',
    recorded_at: new Date('2026-11-21T12:00:00Z'),
    note: 'With Zoe',
  });
  await knex('notice').insert({
    tenant_id: tenantId,
    notice_key: 'told',
    sent_at: at,
  });
  await knex('erasure').insert({
    tenant_id: tenantId,
    object_id: objectId(77),
    erased_at: new Date('2026-11-21T12:00:00Z'),
    erased_by: 'user:default/person8',
    reason: 'Asked for',
  });
  const without = JSON.stringify(objectId(8)).slice(1, -1);
  for (const [dataSet, rows] of Object.entries(pages)) {
    pages[dataSet as keyof typeof pages] = rows!.map(some =>
      some.filter(row => {
        const text = JSON.stringify(row);
        return !text.includes(without) && !text.includes('person8');
      }),
    );
  }
  await sync.run();
  await knex('hold').insert({
    tenant_id: tenantId,
    run: 3,
    since: new Date('2026-11-21T12:00:00Z'),
    found_at: new Date('2026-11-21T12:00:00Z'),
    snapshot: 2,
    from_covered: 5,
    from_uncovered: 2,
    to_covered: 4,
    to_uncovered: 3,
  });
}

async function copyToOthers(knex: Knex) {
  for (const table of tables) {
    const rows: Record<string, unknown>[] = await knex(table).where({
      tenant_id: tenantId,
    });
    for (const other of others) {
      for (const row of rows) {
        const copy = Object.entries(row).map(([name, value]) => [
          name,
          words.has(name) && value ? `${value} of ${other.slice(-1)}` : value,
        ]);
        await knex(table).insert({
          ...Object.fromEntries(copy),
          tenant_id: other,
        });
      }
    }
    // A read that takes the first row that it finds finds one of theirs.
    await knex(table).where({ tenant_id: tenantId }).delete();
    for (const row of rows) {
      await knex(table).insert(row);
    }
  }
}

/** The others are in the middle of a sync, and what person 8 did in one of them is much. */
async function letOthersAct(knex: Knex) {
  const by = 'user:default/person8';
  const note = 'Person 8 said so';
  await knex('run').whereIn('tenant_id', others).update({ state: 'running' });
  await knex('person')
    .whereIn('tenant_id', others)
    .update({ display_name: 'Zoe', search_text: 'zoe' });
  await knex('person')
    .whereIn('tenant_id', others)
    .where('object_id', objectId(2))
    .update({ exception_id: 'open' });
  await knex('tenant')
    .whereIn('tenant_id', others)
    .update({ last_snapshot: 1 });
  const theirs = (table: string) => knex(table).where('tenant_id', others[1]);
  await theirs('exception').update({ requested_by: by, end_note: note });
  await theirs('exception')
    .where('exception_id', 'approved')
    .update({ decided_by: by, ended_by: by });
  await theirs('hold').update({ released_by: by, released_at: at });
  await theirs('review').update({ closed_by: by, closed_at: at });
  await theirs('review_item').update({ decided_by: by, note });
  await theirs('review_decision').update({ decided_by: by, step: 2 });
  for (const kind of ['report-row', 'catalog-user']) {
    await knex('unmatched').insert({
      tenant_id: others[1],
      kind,
      unmatched_key: kind === 'report-row' ? objectId(8) : by,
      from_snapshot: 1,
      to_snapshot: 2,
      label: note,
    });
  }
  const person = await theirs('person').where({ from_snapshot: 1 }).first();
  await knex('person').insert({ ...person, object_id: objectId(77) });
  const user = await theirs('record').where({ data_set: 'users' }).first();
  await knex('record').insert({ ...user, record_key: objectId(77) });
  const erasure = await theirs('erasure').first();
  await knex('erasure').insert({ ...erasure, object_id: objectId(78) });
}

async function rowsOf(trx: Knex, ids: readonly string[]) {
  const kept: Record<string, string[]> = {};
  for (const table of tables) {
    const rows: object[] = await trx(table).whereIn('tenant_id', [...ids]);
    kept[table] = rows.map(row => JSON.stringify(row)).sort();
  }
  return kept;
}

/** What the tenant has of its own besides its people. */
const own = [
  'exception',
  'hold',
  'break_glass_drill',
  'notice',
  'erasure',
  'person_change',
];
const reviews = [
  'review_decision',
  'review_item',
  'review',
  'review_assignment',
  'review_reminder',
  'review_handover',
  'review_schedule',
  'review_schedule_user',
];

describe.each(databases.eachSupportedId())('a tenant on %s', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await seed(knex);
    await copyToOthers(knex);
    await letOthersAct(knex);
  });

  /** Does it, and takes it back. */
  async function tried(
    operation: (trx: Knex.Transaction) => Promise<unknown>,
    { alone, empty }: { alone: boolean; empty: boolean },
  ) {
    const trx = await knex.transaction();
    try {
      for (const table of empty ? [...own, ...reviews] : []) {
        await trx(table).where({ tenant_id: tenantId }).delete();
      }
      for (const table of alone ? tables : []) {
        await trx(table).whereIn('tenant_id', others).delete();
      }
      const before = await rowsOf(trx, others);
      const result = await operation(trx);
      expect(await rowsOf(trx, others)).toEqual(before);
      return { result, kept: await rowsOf(trx, [tenantId]) };
    } finally {
      await trx.rollback();
    }
  }

  it.each(Object.keys(operations))(
    'is alone for %s, beside others of the same ids',
    async name => {
      for (const empty of [false, true]) {
        const alone = await tried(operations[name]!, { alone: true, empty });
        const beside = await tried(operations[name]!, { alone: false, empty });
        expect(beside).toEqual(alone);
      }
    },
  );
});
