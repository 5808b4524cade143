import fc from 'fast-check';
import { hiddenTeams, type TeamSize } from './smallTeams';

/** `name: [people in scope, own members, parent]` */
type Tree = Record<string, [inScope: number, own: number, parent?: string]>;

function sizesOf(tree: Tree): TeamSize[] {
  return Object.entries(tree).map(([ref, [inScope, own, parent]]) => ({
    ref,
    parentRef: parent ?? null,
    inScope,
    own,
  }));
}

/** What is hidden: names of teams, and `own of` those whose own members are. */
function hidden(tree: Tree, sees: string[] = [], hideBelow = 5): string[] {
  const { teams, own } = hiddenTeams(sizesOf(tree), hideBelow, ref =>
    sees.includes(ref),
  );
  return [...[...teams].sort(), ...[...own].sort().map(ref => `own of ${ref}`)];
}

it.each<[string, Tree, string[]]>([
  ['nobody', { a: [0, 0] }, []],
  ['one less than enough', { a: [4, 4] }, ['a']],
  ['just enough', { a: [5, 5] }, []],
  [
    'one small sub-team, and with it the smallest other',
    { a: [40, 0], b: [3, 3, 'a'], c: [10, 10, 'a'], d: [27, 27, 'a'] },
    ['b', 'c'],
  ],
  [
    'two small sub-teams, which hide each other',
    { a: [40, 0], b: [3, 3, 'a'], c: [2, 2, 'a'], d: [35, 35, 'a'] },
    ['b', 'c'],
  ],
  [
    'a small sub-team beside own members, which are the smallest other',
    { a: [40, 7], b: [3, 3, 'a'], c: [30, 30, 'a'] },
    ['b', 'own of a'],
  ],
  [
    'few own members, and with them the smallest sub-team',
    { a: [40, 1], b: [19, 19, 'a'], c: [20, 20, 'a'] },
    ['b', 'own of a'],
  ],
  [
    'an other that has sub-teams, and with it the smallest of those',
    {
      a: [40, 0],
      b: [3, 3, 'a'],
      c: [16, 0, 'a'],
      d: [21, 21, 'a'],
      e: [9, 9, 'c'],
      f: [7, 7, 'c'],
    },
    ['b', 'c', 'f'],
  ],
  [
    'a small team beside one of nobody: what is nobody hides nothing',
    { a: [12, 0], b: [3, 3, 'a'], c: [0, 0, 'a'], d: [9, 9, 'a'] },
    ['b', 'd'],
  ],
  [
    'a whole that is its one part, told by people who count in no figure',
    { a: [6, 0], b: [4, 4, 'a'] },
    ['a', 'b'],
  ],
])('hides %s', (_, tree, expected) => {
  expect(hidden(tree)).toEqual(expected);
});

it('hides nothing from who sees the names, nor hides anything behind that', () => {
  const tree: Tree = {
    a: [40, 0],
    b: [3, 3, 'a'],
    c: [10, 10, 'a'],
    d: [27, 27, 'a'],
  };
  expect(hidden(tree, ['b'])).toEqual([]);
  // Who sees c could take it off, so it hides nothing: d has to.
  expect(hidden(tree, ['c'])).toEqual(['b', 'd']);
  // Nothing is left that could hide b but the whole.
  expect(hidden(tree, ['c', 'd'])).toEqual(['a', 'b']);
});

it('hides nothing where it is switched off', () => {
  expect(hidden({ a: [1, 1] }, [], 0)).toEqual([]);
});

/** Any forest: each team has own members, and the people of its sub-teams besides. */
const anyForest = fc
  .array(
    fc.record({
      parent: fc.nat(),
      own: fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 40 })),
      sees: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(drawn => {
    const sizes = drawn.map(({ parent, own }, i) => ({
      ref: `t${i}`,
      parentRef: i > 0 && parent % 4 !== 0 ? `t${parent % i}` : null,
      inScope: own,
      own,
    }));
    for (let i = sizes.length - 1; i > 0; i -= 1) {
      const parent = sizes.find(({ ref }) => ref === sizes[i].parentRef);
      if (parent) {
        parent.inScope += sizes[i].inScope;
      }
    }
    const seen = new Set<string>();
    sizes.forEach(({ ref, parentRef }, i) => {
      if (drawn[i].sees || seen.has(parentRef ?? '')) {
        seen.add(ref);
      }
    });
    // Whoever sees all parts sees the whole.
    for (const { ref, own } of [...sizes].reverse()) {
      const parts = sizes.filter(
        size => size.parentRef === ref && size.inScope > 0,
      );
      if (own === 0 && parts.every(part => seen.has(part.ref))) {
        seen.add(ref);
      }
    }
    return { sizes, seen };
  });

it('lets nobody find a small team by adding and taking away', () => {
  fc.assert(
    fc.property(anyForest, ({ sizes, seen }) => {
      const sees = (ref: string) => seen.has(ref);
      const { teams, own } = hiddenTeams(sizes, 5, sees);
      const found = solve(sizes, teams, own, sees);
      const small = sizes
        .filter(({ ref, inScope }) => !sees(ref) && inScope > 0 && inScope < 5)
        .map(({ ref }) => ref);
      expect(small.filter(ref => found.has(ref))).toEqual([]);
      expect([...teams].filter(sees)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

/** The teams whose figure follows from those that are shown: one unknown of a sum is told by it. */
function solve(
  sizes: readonly TeamSize[],
  teams: ReadonlySet<string>,
  own: ReadonlySet<string>,
  sees: (ref: string) => boolean,
): Set<string> {
  const known = new Set<string>();
  for (const { ref, inScope, own: people } of sizes) {
    if (sees(ref) || inScope === 0 || !teams.has(ref)) {
      known.add(ref);
    }
    const ownShown = !teams.has(ref) && !own.has(ref);
    if (sees(ref) || people === 0 || ownShown) {
      known.add(`own of ${ref}`);
    }
  }
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const { ref } of sizes) {
      const sum = [
        ref,
        `own of ${ref}`,
        ...sizes.filter(size => size.parentRef === ref).map(size => size.ref),
      ];
      const unknown = sum.filter(one => !known.has(one));
      if (unknown.length === 1) {
        known.add(unknown[0]);
      }
    }
  }
  return known;
}
