import type { CatalogGroupBody } from '../collectors/types';
import { TeamSources } from './TeamSources';

const file = 'url:https://github.com/contoso/org/blob/main/teams.yaml';

function group(
  name: string,
  source: string | undefined,
  ...parents: string[]
): { ref: string; body: CatalogGroupBody } {
  return {
    ref: name,
    body: {
      title: name,
      parentRef: parents[0] ?? null,
      target: null,
      ...(parents.length > 1 && { parentRefs: parents }),
      ...(source && { source }),
    },
  };
}

const teamsOf = (
  groups: ReturnType<typeof group>[],
  configured?: string[],
): Record<string, string | null> =>
  Object.fromEntries(
    new TeamSources(groups, configured)
      .teamsAmong(groups)
      .map(({ ref, body }) => [ref, body.parentRef]),
  );

it.each<
  [
    string,
    ReturnType<typeof group>[],
    string[] | undefined,
    Record<string, string | null>,
  ]
>([
  [
    'takes every Group, and a parent of the same source',
    [group('a', file), group('b', file, 'a'), group('c', 'file:x', 'a')],
    undefined,
    { a: null, b: 'a', c: null },
  ],
  [
    'takes the parent of its own source where another one comes first',
    [group('a', 'file:x'), group('b', file), group('c', file, 'a', 'b')],
    undefined,
    { a: null, b: null, c: 'b' },
  ],
  [
    'takes Groups of the directory alone where there are any',
    [
      group('a', file),
      group('b', 'msgraph:contoso', 'a', 'c'),
      group('c', 'msgraph:contoso'),
    ],
    undefined,
    { b: 'c', c: null },
  ],
  [
    'keeps two providers of the directory apart',
    [group('a', 'msgraph:one'), group('b', 'msgraph:two', 'a')],
    undefined,
    { a: null, b: null },
  ],
  [
    'takes what says no source for one source',
    [group('a', undefined), group('b', undefined, 'a'), group('c', file, 'a')],
    undefined,
    { a: null, b: 'a', c: null },
  ],
  [
    'takes configured sources as one, and no other',
    [
      group('a', 'msgraph:one'),
      group('b', file, 'a'),
      group('c', 'msgraph:two', 'a'),
    ],
    ['msgraph:one', 'url:https://github.com/contoso/org'],
    { a: null, b: 'a' },
  ],
  [
    'takes a configured source for itself and what is in it, not for what begins like it',
    [
      group('a', 'url:https://github.com/contoso/org'),
      group('b', file),
      group('c', 'url:https://github.com/contoso/organism/teams.yaml'),
    ],
    ['url:https://github.com/contoso/org'],
    { a: null, b: null },
  ],
])('%s', (_, groups, configured, expected) => {
  expect(teamsOf(groups, configured)).toEqual(expected);
});
