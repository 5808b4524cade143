import type { EntraMfaCoverage } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import fc from 'fast-check';
import { judgeTeam } from './judgeTeam';

function coverage(rest: Partial<EntraMfaCoverage> = {}): EntraMfaCoverage {
  return {
    trust: 'fresh',
    staleCauses: [],
    heldSince: null,
    readAt: '2026-11-21T08:00:00Z',
    reportRefreshedAt: null,
    snapshot: { number: 7, at: '2026-11-21T08:01:00Z' },
    tenant: { id: 'tenant-1', name: 'Contoso' },
    basis: 'registered',
    covered: 95,
    uncovered: 5,
    unknown: 0,
    exempt: 0,
    permille: 950,
    targetPermille: 950,
    short: 0,
    target: 'met',
    notKnown: null,
    ...rest,
  };
}

const notKnown = (reason: EntraMfaCoverage['notKnown']) =>
  coverage({ target: 'not-known', notKnown: reason });

it.each([
  [
    [
      coverage({
        ...{ covered: 3, uncovered: 1, permille: 750 },
        ...{ short: 1, target: 'not-met' },
      }),
    ],
    'it is covered to 75.0 % of the 95.0 % that are asked for, 1 person short',
  ],
  [[notKnown('stale')], 'that is not known: the data is too old'],
  [[notKnown('no-data')], 'that is not known: nothing has been read yet'],
  [[notKnown('held')], 'a sudden fall of the figure is held back'],
  [[notKnown('hidden')], 'so few people'],
  [[notKnown('nobody')], 'that is not known: nobody of it counts'],
  [[], 'that is not known: the portal knows nobody of it'],
  [
    [coverage({ unknown: 1 })],
    'of 1 person nothing may be concluded, and without them it is covered to 94.0 % of the 95.0 % that are asked for',
  ],
  [
    [coverage(), { ...notKnown('stale'), tenant: { id: 'two', name: '' } }],
    'that is not known: the data is too old in tenant two',
  ],
])('%#: it is not met, and why is said', (coverages, why) => {
  expect(judgeTeam(coverages)).toEqual({
    met: false,
    why: expect.stringContaining(why),
  });
});

it.each([
  [[coverage()]],
  [[coverage(), coverage()]],
  [[coverage({ covered: 99, uncovered: 0, unknown: 1, permille: 1000 })]],
])('%#: it is met', coverages => {
  expect(judgeTeam(coverages)).toEqual({ met: true });
});

it('is met where each tenant meets it, and whatever comes of who is unknown', () => {
  const one = fc
    .record({
      covered: fc.nat(40),
      uncovered: fc.nat(40),
      unknown: fc.nat(10),
      known: fc.boolean(),
    })
    .map(({ known, ...people }) => {
      const all = people.covered + people.uncovered;
      const isMet = all > 0 && people.covered * 2 >= all;
      const target = isMet ? ('met' as const) : ('not-met' as const);
      return coverage({
        ...people,
        targetPermille: 500,
        ...(known ? { target } : { target: 'not-known', notKnown: 'stale' }),
      });
    });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 3 }), coverages => {
      const isMet =
        coverages.length > 0 &&
        coverages.every(
          ({ target, covered, uncovered, unknown }) =>
            target === 'met' && covered! >= uncovered! + unknown!,
        );
      expect(judgeTeam(coverages).met).toBe(isMet);
    }),
    { numRuns: 300 },
  );
});
