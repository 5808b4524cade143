import {
  reviewDecisions,
  reviewReasons,
  type ReviewReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
import { TestSync } from '../../__testUtils__/TestSync';
import { globalAdministrator } from '../../assess/roles/privilegedRoles';
import { GraphRequestError } from '../../graph/errors';
import { toBoolean } from '../../store/sql/toBoolean';
import { toDate } from '../../store/sql/instant';
import type { PersonRow } from '../../store/sql/tables';
import { Snapshots } from '../Snapshots';
import type { ReadContext } from '../types';
import { ReviewService } from './ReviewService';

jest.setTimeout(240_000);

const databases = TestDatabases.create();
const DAY = 86_400_000;
let tenants = 0;
const end = Date.parse('2026-11-21T09:00:00Z');
const security = {
  conducts: true,
  refs: ['user:default/security'],
  people: { kind: 'all' },
  userRef: 'user:default/security',
} as const;

const person = fc.record({
  user: fc.constantFrom(true, true, true, false),
  report: fc.constantFrom(true, false, false, null),
  method: fc.constantFrom('microsoftAuthenticatorPush', 'externalAuthMethod'),
  disabled: fc.constantFrom(false, false, false, true),
  guest: fc.constantFrom(false, false, true),
  inCatalog: fc.boolean(),
  role: fc.constantFrom(false, false, true),
  madeDaysAgo: fc.constantFrom(5, 14, 15, 89, 90, 91, 300),
});
const NUMBERS = [1, 2, 3, 4, 5];
const moment = fc.record({
  people: fc.tuple(...NUMBERS.map(() => person)),
  daysAgo: fc.integer({ min: 0, max: 200 }),
  rolesRead: fc.constantFrom(true, true, false),
});
type Moment = typeof moment extends fc.Arbitrary<infer M> ? M : never;

/** A tenant at some moments, the last of them today. */
const history = fc
  .array(moment, { minLength: 1, maxLength: 4 })
  .map(moments =>
    moments
      .sort((one, other) => other.daysAgo - one.daysAgo)
      .map((one, i) =>
        i === moments.length - 1 ? { ...one, daysAgo: 0 } : one,
      ),
  );

async function syncAll(knex: Knex, moments: Moment[]): Promise<TestSync> {
  tenants += 1;
  const sync = new TestSync(knex, { tenantId: `tenant-${tenants}` });
  for (const { people, daysAgo, rolesRead } of moments) {
    const there = people.map((one, i) => ({ ...one, number: i + 1 }));
    sync.source.before = dataSet => {
      if (!rolesRead && dataSet === 'role-assignments') {
        throw new GraphRequestError(
          403,
          'Authorization_RequestDenied',
          null,
          false,
        );
      }
    };
    sync.source.pages = {
      // Number 13 never goes, so that no data set is empty.
      users: [
        [
          userRow(13),
          ...there
            .filter(({ user }) => user)
            .map(({ number, disabled, guest, madeDaysAgo }) =>
              userRow(number, {
                accountEnabled: !disabled,
                userType: guest ? 'Guest' : 'Member',
                createdDateTime: new Date(
                  end - madeDaysAgo * DAY,
                ).toISOString(),
              }),
            ),
        ],
      ],
      registrations: [
        [
          reportRow(13),
          ...there.flatMap(({ number, report, method }) =>
            report === null
              ? []
              : [
                  reportRow(number, report, {
                    methodsRegistered:
                      report || method === 'externalAuthMethod' ? [method] : [],
                  }),
                ],
          ),
        ],
      ],
      'catalog-users': [
        [
          userEntity(13),
          ...there
            .filter(({ inCatalog }) => inCatalog)
            .map(({ number }) => userEntity(number)),
        ],
      ],
      'role-assignments': [
        there
          .filter(({ role }) => role)
          .map(({ number }) => ({
            id: `r${number}`,
            principalId: objectId(number),
            roleDefinitionId: globalAdministrator,
            directoryScopeId: '/',
          })),
      ],
    };
    sync.now = new Date(end - daysAgo * DAY);
    await sync.runNow({ hold: { people: 1_000, permille: 0 } });
  }
  return sync;
}

function serviceOf(sync: TestSync, noMethodAfterDays: number) {
  const { knex, clock, tenantId } = sync;
  const context: Pick<ReadContext, 'knex' | 'clock' | 'snapshots'> & {
    config: Pick<ReadContext['config'], 'reviews' | 'fourEyes'>;
  } = {
    knex,
    clock,
    snapshots: new Snapshots(knex, clock, [tenantId]),
    config: {
      reviews: { noMethodAfterDays },
      fourEyes: { unidentifiedMayDecide: true },
    },
  };
  return new ReviewService(context as ReadContext);
}

/** The rules once more, in words of the language of tests: over every version of every person. */
async function expectedItems(
  { knex, tenantId }: TestSync,
  noMethodAfterDays: number,
): Promise<Record<string, ReviewReason[]>> {
  const rows: PersonRow[] = await knex('person').where({ tenant_id: tenantId });
  const snapshots: { snapshot: number; at: Date | number }[] = await knex(
    'snapshot',
  )
    .where({ tenant_id: tenantId })
    .orderBy('snapshot');
  const newest = snapshots[snapshots.length - 1];
  const now = toDate(newest.at).getTime();
  const since = now - 90 * DAY;
  const earlier = snapshots.filter(({ at }) => toDate(at).getTime() <= since);
  const baseline = earlier[earlier.length - 1]?.snapshot ?? 1;
  const at = (snapshot: number) => (row: PersonRow) =>
    row.from_snapshot <= snapshot && row.to_snapshot > snapshot;
  const items: Record<string, ReviewReason[]> = {};
  for (const row of rows.filter(at(newest.snapshot))) {
    const own = rows.filter(one => one.object_id === row.object_id);
    const made = toDate(row.created_at!).getTime();
    const inScope = row.scope_class === null;
    const fits: Record<ReviewReason, boolean> = {
      privileged:
        toBoolean(row.privileged) === true ||
        JSON.parse(row.marks).includes('disabled-with-role'),
      new: !own.some(at(baseline)) || made >= since,
      'left-but-enabled':
        inScope &&
        row.entity_ref === null &&
        own.some(one => one.entity_ref !== null && one.to_snapshot > baseline),
      disabled: disabledAt(row, own, snapshots) > since,
      'no-method':
        inScope &&
        ['not-registered', 'no-row', 'no-row-yet'].includes(row.reason) &&
        made <= now - noMethodAfterDays * DAY,
    };
    const reasons = reviewReasons.filter(reason => fits[reason]);
    if (reasons.length > 0) {
      items[row.object_id] = reasons;
    }
  }
  return items;
}

/** When a person was first seen disabled after having been enabled, without a gap; 0 where never. */
function disabledAt(
  row: PersonRow,
  own: PersonRow[],
  snapshots: { snapshot: number; at: Date | number }[],
): number {
  let first = row;
  for (;;) {
    const { from_snapshot } = first;
    const before = own.find(one => one.to_snapshot === from_snapshot);
    if (toBoolean(first.enabled) !== false || !before) {
      return 0;
    }
    if (toBoolean(before.enabled)) {
      const { at } = snapshots.find(one => one.snapshot === from_snapshot)!;
      return toDate(at).getTime();
    }
    first = before;
  }
}

const step = fc.record({
  bulk: fc.boolean(),
  number: fc.integer({ min: 0, max: 20 }),
  reason: fc.constantFrom(...reviewReasons),
  decision: fc.constantFrom(...reviewDecisions),
  note: fc.constantFrom('first', 'second'),
});

describe.each(databases.eachSupportedId())('laws on %s', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });

  it('lists everybody whom a reason fits exactly once, and nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.constantFrom(0, 14, 90),
        async (moments, days) => {
          const sync = await syncAll(knex, moments);
          const expected = await expectedItems(sync, days);
          const service = serviceOf(sync, days);
          const review = await service.open({}, security);
          const { items, totalItems } = await service.items(
            { number: 1 },
            { limit: 200, sort: 'privileged' },
            security,
          );
          expect(items).toHaveLength(totalItems);
          expect(review.counts.items).toBe(totalItems);
          expect(
            Object.fromEntries(items.map(({ id, reasons }) => [id, reasons])),
          ).toEqual(expected);
        },
      ),
      { numRuns: 5 },
    );
  });

  it('keeps every decision that was ever made', async () => {
    await fc.assert(
      fc.asyncProperty(
        moment,
        fc.array(step, { minLength: 1, maxLength: 8 }),
        async (tenant, steps) => {
          const sync = await syncAll(knex, [{ ...tenant, daysAgo: 0 }]);
          const service = serviceOf(sync, 0);
          await service.open({}, security);
          const key = { number: 1 };
          const read = () =>
            service.items(key, { limit: 200, sort: 'privileged' }, security);
          const { items } = await read();
          const made = new Map(items.map(({ id }) => [id, [] as string[]]));
          for (const { bulk, number, reason, decision, note } of steps) {
            const of = { decision, note };
            sync.now = new Date(sync.now.getTime() + 1000);
            if (bulk) {
              await service.decideMany(
                key,
                { ...of, filter: { reason: [reason] } },
                security,
              );
            } else if (items.length > 0) {
              const { id } = items[number % items.length];
              await service.decide({ ...key, objectId: id }, of, security);
            }
            const one = items[number % Math.max(items.length, 1)]?.id;
            const decided = bulk
              ? items.filter(({ reasons }) => reasons.includes(reason))
              : items.filter(({ id }) => id === one);
            decided.forEach(({ id }) =>
              made
                .get(id)!
                .unshift(`${decision} ${note} ${sync.now.toISOString()}`),
            );
          }
          const told = (await read()).items.map(
            ({ id, decision, earlier }) =>
              [
                id,
                [...(decision ? [decision] : []), ...earlier].map(
                  one => `${one.decision} ${one.note} ${one.at}`,
                ),
              ] as const,
          );
          expect(new Map(told)).toEqual(made);
          const open = [...made.values()].filter(
            all => all.length === 0,
          ).length;
          const { counts, closed } = await service.close(
            key,
            open > 0 ? { reason: 'enough', open } : {},
            security,
          );
          expect(closed).not.toBeNull();
          expect(counts.open).toBe(open);
          expect(counts.items).toBe(counts.decided + counts.open);
          const decisions = Object.values(counts.decisions);
          expect(decisions.reduce((sum, one) => sum + one, 0)).toBe(
            counts.decided,
          );
        },
      ),
      { numRuns: 5 },
    );
  });

  it('takes one step at a time, whoever is faster', async () => {
    const everybody = NUMBERS.map(() => ({
      user: true,
      report: false,
      method: 'microsoftAuthenticatorPush',
      disabled: false,
      guest: false,
      inCatalog: true,
      role: false,
      madeDaysAgo: 300,
    })) as Moment['people'];
    const sync = await syncAll(knex, [
      { people: everybody, daysAgo: 0, rolesRead: true },
    ]);
    const service = serviceOf(sync, 0);
    const opened = await Promise.allSettled([
      service.open({}, security),
      service.open({}, security),
    ]);
    expect(opened.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    const key = { number: 1 };
    await Promise.all(
      reviewDecisions.map(decision =>
        service.decideMany(key, { decision, filter: {} }, security),
      ),
    );
    const { items } = await service.items(
      key,
      { limit: 200, sort: 'privileged' },
      security,
    );
    expect(items).toHaveLength(NUMBERS.length);
    for (const { decision, earlier } of items) {
      expect([decision!, ...earlier].map(one => one.decision).sort()).toEqual(
        [...reviewDecisions].sort(),
      );
    }
    const closed = await Promise.allSettled([
      service.close(key, {}, security),
      service.close(key, {}, security),
    ]);
    expect(closed.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  it('takes nobody for one without a method where the report was not read', async () => {
    const sync = new TestSync(knex, { tenantId: 'no-report' });
    sync.source.pages = {
      users: [[userRow(1), userRow(2)]],
      'catalog-users': [[userEntity(1), userEntity(2)]],
    };
    sync.source.before = dataSet => {
      if (dataSet === 'registrations' || dataSet === 'role-assignments') {
        throw new GraphRequestError(
          403,
          'Authorization_RequestDenied',
          null,
          false,
        );
      }
    };
    sync.now = new Date(end);
    await sync.runNow().catch(() => {});
    const { people } = await sync.published();
    expect(people.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    const review = await serviceOf(sync, 0).open({}, security);
    expect(review.counts.items).toBe(0);
    expect(review.rolesNotKnown).toBe(2);
  });
});
