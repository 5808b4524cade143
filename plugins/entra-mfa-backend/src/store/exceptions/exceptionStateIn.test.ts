import fc from 'fast-check';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { exceptionState } from '../../assess/exceptions/exceptionState';
import type { ExceptionRow } from '../sql/tables';
import { exceptionStateIn } from './exceptionStateIn';
import { readExceptionsInForce } from './readExceptionsInForce';
import { toExceptionFacts } from './toExceptionFacts';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const hour = (n: number) => new Date(Date.UTC(2026, 10, 20, n));
const someHour = fc.integer({ min: 0, max: 60 }).map(hour);

const decisions: Partial<Record<string, 'approved' | 'refused'>> = {
  refused: 'refused',
  approved: 'approved',
  ended: 'approved',
};

/** What steps can have been taken, each at some time after the one before. */
const anyException = fc
  .record({
    times: fc
      .array(someHour, { minLength: 3, maxLength: 3 })
      .map(times => times.sort((a, b) => a.getTime() - b.getTime())),
    until: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22'),
    fate: fc.constantFrom('waits', 'withdrawn', 'refused', 'approved', 'ended'),
  })
  .map(({ times: [requested_at, second, third], until, fate }) => {
    const decided = fate in decisions;
    return {
      tenant_id: 't',
      subject_kind: 'person' as const,
      subject: 'ada',
      reason: 'why',
      people_asked: 1,
      requested_by: 'user:default/a',
      until,
      requested_at,
      decision: decisions[fate] ?? null,
      decided_by: decided ? 'user:default/b' : null,
      decided_at: decided ? second : null,
      withdrawn_at: fate === 'withdrawn' ? second : null,
      ended_by: fate === 'ended' ? 'user:default/b' : null,
      ended_at: fate === 'ended' ? third : null,
    };
  });

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  it('says in SQL what the rule says, at any time', async () => {
    const knex = await databases.init(databaseId);
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyException, { minLength: 1, maxLength: 8 }),
        someHour,
        async (exceptions, at) => {
          await knex('exception').del();
          await knex('exception').insert(
            exceptions.map((one, i) => ({ ...one, exception_id: `e-${i}` })),
          );
          const rows: (ExceptionRow & { state: string })[] = await knex({
            e: 'exception',
          })
            .orderBy('exception_id')
            .select('e.*', { state: exceptionStateIn(knex, at) });
          const states = rows.map(row =>
            exceptionState(toExceptionFacts(row), at),
          );
          expect(rows.map(({ state }) => state)).toEqual(states);
          const ofNow: { state: string }[] = await knex({ e: 'exception' })
            .orderBy('exception_id')
            .select({ state: exceptionStateIn(knex, at, true) });
          const now = ofNow.map(({ state }) => state);
          expect(now).toEqual(
            rows.map(row => exceptionState(toExceptionFacts(row), at, true)),
          );
          const inForceNow = await readExceptionsInForce(
            knex,
            't',
            at,
            'newest',
          );
          expect(inForceNow.map(({ exception_id }) => exception_id)).toEqual(
            rows
              .filter((_, i) => now[i] === 'in-force')
              .map(({ exception_id }) => exception_id),
          );

          const inForce = await readExceptionsInForce(knex, 't', at);
          expect(inForce.map(({ exception_id }) => exception_id)).toEqual(
            rows
              .filter((_, i) => states[i] === 'in-force')
              .map(({ exception_id }) => exception_id),
          );
          expect(await readExceptionsInForce(knex, 'other', at)).toEqual([]);
        },
      ),
      { numRuns: databaseId === 'SQLITE_3' ? 100 : 30 },
    );
  });
});
