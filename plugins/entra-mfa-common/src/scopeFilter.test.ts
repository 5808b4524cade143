import { parseScopeFilter, propertiesOf } from './scopeFilter';

/** A filter as it was understood, every part in parentheses. */
function understood(text: string): string {
  const parsed = parseScopeFilter(text);
  if ('problem' in parsed) {
    const { code, at, found } = parsed.problem;
    return `${code} at ${at}: ${found}`;
  }
  const write = (filter: typeof parsed.filter): string => {
    switch (filter.kind) {
      case 'and':
      case 'or':
        return `(${write(filter.left)} ${filter.kind} ${write(filter.right)})`;
      case 'not':
        return `not ${write(filter.of)}`;
      case 'compare':
        return `${filter.property} ${filter.operator} ${filter.value}`;
      case 'in':
        return `${filter.property} in [${filter.values.join()}]`;
      default:
        return `${filter.function}(${filter.property} ${filter.value})`;
    }
  };
  return write(parsed.filter);
}

it.each([
  ["userType eq 'Guest'", 'userType eq Guest'],
  ["USERTYPE EQ 'O''Brien'", "userType eq O'Brien"],
  ['accountEnabled ne false', 'accountEnabled ne false'],
  ['onPremisesSyncEnabled eq true', 'onPremisesSyncEnabled eq true'],
  ['mail eq null', 'mail eq null'],
  [
    'createdDateTime ge 2026-01-31',
    'createdDateTime ge 2026-01-31T00:00:00.000Z',
  ],
  [
    'createdDateTime lt 2026-01-31T10:00:00+02:00',
    'createdDateTime lt 2026-01-31T08:00:00.000Z',
  ],
  ["department in ('A' , 'B','C')", 'department in [A,B,C]'],
  ["startswith(mail,'a')", 'startsWith(mail a)'],
  ["not(endsWith( mail , 'b'))", 'not endsWith(mail b)'],
  ["not contains(mail,'b')", 'not contains(mail b)'],
  [
    "mail eq 'a' or mail eq 'b' and mail eq 'c'",
    '(mail eq a or (mail eq b and mail eq c))',
  ],
  [
    "(mail eq 'a' or mail eq 'b') and not (mail eq 'c')",
    '((mail eq a or mail eq b) and not mail eq c)',
  ],
  ["mail eq 'and or (' and mail ne ''", '(mail eq and or ( and mail ne )'],
  ['', 'unexpected at 1: '],
  ["mail eq 'a' mail", 'unexpected at 13: mail'],
  ["mail eq 'a' and", 'unexpected at 16: '],
  ["(mail eq 'a'", 'unexpected at 13: '],
  ["mail eq 'a')", 'unexpected at 12: )'],
  ["mail = 'a'", 'unexpected at 6: ='],
  ["'Guest' eq userType", "unexpected at 1: 'Guest'"],
  // OData would read it as (not mail) eq 'a'.
  ["not mail eq 'a'", 'unexpected at 5: mail'],
  ['salary eq 1', 'unknown-property at 1: salary'],
  ["toLower(mail) eq 'a'", 'unknown-function at 1: toLower'],
  [
    "startsWith(createdDateTime,'2026')",
    'wrong-operator at 12: createdDateTime',
  ],
  ["mail gt 'a'", 'wrong-operator at 6: gt'],
  ['accountEnabled in (true)', 'wrong-operator at 16: in'],
  ['mail eq a', 'wrong-value at 9: a'],
  ["accountEnabled eq 'true'", "wrong-value at 19: 'true'"],
  ["createdDateTime ge '2026-01-31'", "wrong-value at 20: '2026-01-31'"],
  ['createdDateTime ge 2026-02-31', 'wrong-value at 20: 2026-02-31'],
  ['createdDateTime ge 2026-13-01', 'wrong-value at 20: 2026-13-01'],
  ['userType eq null', 'wrong-value at 13: null'],
  ['createdDateTime gt null', 'wrong-value at 20: null'],
  ['onPremisesSyncEnabled eq false', 'only-true at 26: false'],
  ["mail in ('a' 'b')", "unexpected at 14: 'b'"],
  ['mail in ()', 'wrong-value at 10: )'],
  ["mail eq 'a", "unfinished-text at 9: 'a"],
  [`${'('.repeat(60)}`, 'too-deep at 51: ('],
  [`mail eq '${'a'.repeat(2000)}'`, 'too-long at 2001: '],
])('%s', (text, expected) => {
  expect(understood(text)).toBe(expected);
});

it('says what is expected', () => {
  const problemOf = (text: string) => {
    const parsed = parseScopeFilter(text);
    return 'problem' in parsed ? parsed.problem.expected.join(' ') : null;
  };
  expect(problemOf("mail 'a'")).toBe('eq ne in');
  expect(problemOf('accountEnabled gt true')).toBe('eq ne');
  expect(problemOf('salary eq 1')).toContain('department');
  expect(problemOf('createdDateTime lt x')).toContain('2026-01-31');
});

it('names each property once', () => {
  const parsed = parseScopeFilter(
    "not (mail eq 'a' or Department eq 'b') and contains(MAIL,'c')",
  );
  expect('filter' in parsed && propertiesOf(parsed.filter)).toEqual([
    'department',
    'mail',
  ]);
});
