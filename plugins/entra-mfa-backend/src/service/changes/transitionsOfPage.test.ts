import fc from 'fast-check';
import { changeKinds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { transitionsOfPage } from './transitionsOfPage';

const anyWays = fc
  .array(fc.integer({ min: 0, max: 8 }), { minLength: 11, maxLength: 11 })
  .map(counts =>
    counts
      .map((people, rank) => ({
        kind: changeKinds[rank],
        rank,
        people,
        transitions: [],
      }))
      .filter(({ people }) => people > 0),
  );

it('has every kind that a page can show, wherever the page begins', () => {
  fc.assert(
    fc.property(
      anyWays,
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      (transitions, limit, seed) => {
        const all = transitions.flatMap(({ rank, people }) =>
          Array.from({ length: people }, () => rank),
        );
        const start = all.length > 0 ? seed % all.length : 0;
        const last = start === 0 ? null : all[start - 1];
        const ranks = transitionsOfPage(transitions, limit, last).map(
          ({ rank }) => rank,
        );
        // One more than the page shows tells whether it goes on.
        for (const rank of all.slice(start, start + limit + 1)) {
          expect(ranks).toContain(rank);
        }
      },
    ),
  );
});

it('leaves out what the page does not come to', () => {
  const transitions = changeKinds.map((kind, rank) => ({
    kind,
    rank,
    people: 100,
    transitions: [],
  }));
  expect(transitionsOfPage(transitions, 50, null)).toHaveLength(1);
  expect(transitionsOfPage(transitions, 50, 3).map(({ rank }) => rank)).toEqual(
    [3, 4],
  );
  expect(transitionsOfPage(transitions, Infinity, null)).toHaveLength(
    changeKinds.length,
  );
});
