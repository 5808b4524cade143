import { trendNotes } from './trendNotes';

const day = (of: string, inScope: number, rulesVersion = '3-aa') => ({
  at: `2026-11-${of}T08:00:00Z`,
  inScope,
  rulesVersion,
});

it.each<
  [string, number, [number, string?], 'code' | 'settings' | null, number]
>([
  ['as many as the share asks for', 1000, [1020], null, 20],
  ['one fewer than that', 1000, [1019], null, 0],
  ['as many who left', 1000, [980], null, -20],
  ['a large share of few', 50, [54], null, 0],
  ['as many as it takes', 50, [45], null, -5],
  ['the first people', 0, [5], null, 5],
  ['other settings', 1000, [1000, '3-bb'], 'settings', 0],
  ['other rules', 1000, [1001, '4-aa'], 'code', 0],
  ['both', 1000, [1212, '3-bb'], 'settings', 212],
])('notes %s', (_, before, [after, version], rules, people) => {
  const days = [day('01', before), day('02', after, version)];
  expect(trendNotes(days)).toEqual(
    rules || people ? [{ at: days[1].at, rules, people }] : [],
  );
});

it('compares each day with the one before it', () => {
  const days = [day('01', 100), day('02', 110), day('09', 110), day('10', 100)];
  expect(
    trendNotes(days).map(({ at, people }) => [at.slice(8, 10), people]),
  ).toEqual([
    ['02', 10],
    ['10', -10],
  ]);
  expect(trendNotes([])).toEqual([]);
});
