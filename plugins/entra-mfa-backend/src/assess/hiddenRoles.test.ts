import { hiddenRoles, type RoleSize } from './hiddenRoles';

const role = (
  id: string,
  active: number,
  eligible = 0,
  privileged = true,
): RoleSize => ({
  id,
  privileged,
  people: active + eligible,
  active,
  eligible,
});

const hidden = (
  sizes: RoleSize[],
  { hideBelow = 5, sees = [] as string[] } = {},
) => {
  const { roles, kinds } = hiddenRoles(sizes, hideBelow, id =>
    sees.includes(id),
  );
  return [[...roles].sort(), [...kinds].sort()];
};

it.each<[string, RoleSize[], Parameters<typeof hidden>[1], string[], string[]]>(
  [
    ['large roles', [role('a', 5), role('b', 9)], {}, [], []],
    [
      'two small ones',
      [role('a', 4), role('b', 1)],
      {},
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      'a small one, and the smallest of the others with it',
      [role('a', 4), role('b', 9), role('c', 7)],
      {},
      ['a', 'c'],
      ['a'],
    ],
    ['a small one alone', [role('a', 4)], {}, ['a'], ['a']],
    [
      'one that is not privileged, which is in no total',
      [role('a', 4, 0, false), role('b', 9)],
      {},
      ['a'],
      ['a'],
    ],
    ['of whom nobody is in scope', [role('a', 0), role('b', 9)], {}, [], []],
    ['a small part of a large role', [role('a', 3, 6)], {}, [], ['a']],
    ['two large parts', [role('a', 5, 6)], {}, [], []],
    [
      'a small one whose people are seen',
      [role('a', 4), role('b', 9)],
      { sees: ['a'] },
      [],
      [],
    ],
    [
      'a small one beside one whose people are seen',
      [role('a', 4), role('b', 9), role('c', 7)],
      { sees: ['c'] },
      ['a', 'b'],
      ['a'],
    ],
    [
      'nothing where it is switched off',
      [role('a', 1)],
      { hideBelow: 0 },
      [],
      [],
    ],
  ],
)('hides %s', (_, sizes, options, roles, kinds) => {
  expect(hidden(sizes, options)).toEqual([roles, kinds]);
});
