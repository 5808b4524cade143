import { compilePattern, patternProblem } from './compilePattern';

it.each([
  ['^ext-', 'EXT-sam@contoso.com', true],
  ['^ext-', 'next-sam@contoso.com', false],
  ['@partner\\.', 'sam@partner.com', true],
  ['^(ada|tom)\\.', 'Tom.Okafor@contoso.com', true],
])('%s fits %s: %s', (pattern, name, expected) => {
  expect(patternProblem(pattern)).toBeNull();
  expect(compilePattern(pattern).test(name)).toBe(expected);
});

it.each(['[', '*', '(a', '(a)\\1', '(?=a)b', '(?<!a)b'])(
  'refuses %s and says why',
  pattern => {
    expect(patternProblem(pattern)).toMatch(
      /^The pattern is not a regular expression that can be used safely \(.+\)/,
    );
  },
);

it('answers a pattern that would never end by trying', () => {
  const name = `${'a'.repeat(100)}@contoso.com`;
  expect(compilePattern('^(a|a|aa)*$').test(name)).toBe(false);
  expect(compilePattern('^(a+)+$').test(name)).toBe(false);
});

it.each([
  '((a{0,30}){0,30})z',
  '(\\b.{0,20}){0,40}z',
  '(.{0,100}a){0,9}$z',
  '(\\pL|\\pN){1,100}@.{0,200}q',
])('refuses %s, whose program is long', pattern => {
  expect(patternProblem(pattern)).toMatch(/^The pattern repeats too much/);
});

it('compiles a pattern once', () => {
  expect(compilePattern('^ext-')).toBe(compilePattern('^ext-'));
});
