import type { Freshness } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import { toAsOf } from './toAsOf';
import { toCoverage } from './toCoverage';

const freshness: Freshness = {
  readAt: '2026-11-21T08:00:00.000Z',
  reportRefreshedAt: '2026-11-21T02:00:00.000Z',
  stale: false,
  staleCauses: [],
  staleAfterSeconds: 1,
  reportStaleAfterSeconds: 1,
  nextReadAt: null,
  health: 'healthy',
  problems: [],
  progress: null,
};
const snapshot = { number: 7, at: '2026-11-21T08:01:00.000Z' };
const stale: Freshness = {
  ...freshness,
  stale: true,
  staleCauses: ['not-read'],
};
const heldFigure = { covered: 9, uncovered: 1, permille: 900 };
const hold = {
  run: 8,
  since: '2026-11-21T07:00:00.000Z',
  foundAt: '2026-11-21T07:00:00.000Z',
  from: heldFigure,
  to: heldFigure,
  people: 1,
  releasedAt: null,
};
const told = { tenant: null, snapshot, freshness, hold: null };
const people = { covered: 95, uncovered: 5, unknown: 3, exempt: 1 };

it.each([
  ['fresh and met', told, people, 'met', null],
  ['fresh and missed', told, { ...people, covered: 94 }, 'not-met', null],
  ['stale', { ...told, freshness: stale }, people, 'not-known', 'stale'],
  ['held', { ...told, hold }, people, 'not-known', 'held'],
  [
    'held, and released for the next sync',
    { ...told, hold: { ...hold, releasedAt: '2026-11-21T07:30:00.000Z' } },
    people,
    'not-known',
    'held',
  ],
  [
    'held and stale',
    { ...told, hold, freshness: stale },
    people,
    'not-known',
    'held',
  ],
  ['not there', { ...told, snapshot: null }, null, 'not-known', 'no-data'],
  ['kept back', told, null, 'not-known', 'hidden'],
  [
    'of nobody who counts',
    told,
    { ...people, covered: 0, uncovered: 0 },
    'not-known',
    'nobody',
  ],
] as const)('a figure that is %s', (_, of, counted, target, notKnown) => {
  expect(toCoverage(toAsOf(of), 'registered', 950, counted)).toMatchObject({
    target,
    notKnown,
  });
});

it('counts neither who is unknown nor who is exempt', () => {
  expect(toCoverage(toAsOf(told), 'registered', 950, people)).toEqual({
    trust: 'fresh',
    staleCauses: [],
    heldSince: null,
    readAt: freshness.readAt,
    reportRefreshedAt: freshness.reportRefreshedAt,
    snapshot,
    tenant: null,
    basis: 'registered',
    ...people,
    permille: 950,
    targetPermille: 950,
    short: 0,
    target: 'met',
    notKnown: null,
  });
});

it('nothing but a fresh figure at its target or above meets it', () => {
  const count = fc.nat(50);
  fc.assert(
    fc.property(
      fc.record({
        covered: count,
        uncovered: count,
        unknown: count,
        exempt: count,
      }),
      fc.integer({ min: 1, max: 1000 }),
      fc.constantFrom(freshness, stale),
      fc.constantFrom(hold, null),
      fc.boolean(),
      (counted, targetPermille, fresh, held, hidden) => {
        const { target } = toCoverage(
          toAsOf({ ...told, freshness: fresh, hold: held }),
          'registered',
          targetPermille,
          hidden ? null : counted,
        );
        const { covered, uncovered } = counted;
        const mayBeMet = !fresh.stale && !held && !hidden;
        const all = covered + uncovered;
        expect(target === 'met').toBe(
          mayBeMet && all > 0 && covered * 1000 >= targetPermille * all,
        );
      },
    ),
    { numRuns: 200 },
  );
});
