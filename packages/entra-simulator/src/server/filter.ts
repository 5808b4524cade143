import type { Row } from '../tenant/collection';
import { graphErrors } from './GraphError';

/** Whether a row is kept. */
export type RowTest = (row: Row) => boolean;

const literal = `(true|false|null|-?\\d+|'(?:[^']|'')*')`;
const comparison = new RegExp(`^(\\w+)\\s+(eq|ne)\\s+${literal}$`);
const time = /^(\w+)\s+(ge|gt|le|lt)\s+(\d{4}-\d\d-\d\dT[\d:.]+Z)$/;
const prefix = new RegExp(
  `^startswith\\(\\s*(\\w+)\\s*,\\s*${literal}\\s*\\)$`,
);
const any = new RegExp(
  `^(\\w+)\\/any\\(\\s*(\\w+)\\s*:\\s*(\\w+)\\s+eq\\s+${literal}\\s*\\)$`,
);

const valueOf = (text: string): unknown => {
  if (text.startsWith("'")) {
    return text.slice(1, -1).replace(/''/g, "'");
  }
  return JSON.parse(text);
};

const same = (a: unknown, b: unknown) =>
  typeof a === 'string' && typeof b === 'string'
    ? a.toLowerCase() === b.toLowerCase()
    : (a ?? null) === b;

const orders: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  ge: (a, b) => a >= b,
  gt: (a, b) => a > b,
  le: (a, b) => a <= b,
  lt: (a, b) => a < b,
};

/** The parts between a word that joins, where it stands neither in a text nor in parentheses. */
function partsBetween(word: 'and' | 'or', filter: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of filter.matchAll(/'(?:[^']|'')*'|\s+\w+\s+|./g)) {
    depth += Number(token === '(') - Number(token === ')');
    if (depth === 0 && token.trim() === word) {
      parts.push('');
    } else {
      parts[parts.length - 1] += token;
    }
  }
  return parts.map(part => part.trim());
}

/**
 * The test for a `$filter`: comparisons with `eq` and `ne`, of times with `ge`, `gt`, `le` and `lt`, `startswith` and
 * `any` over a list of strings, joined by `and`, `or` and parentheses. Throws Graph's error for everything else.
 */
export function parseFilter(
  filter: string,
  rules: { properties?: readonly string[]; typeName: string },
): RowTest {
  const alternatives = partsBetween('or', filter);
  if (alternatives.length > 1) {
    const tests = alternatives.map(part => parseFilter(part, rules));
    return row => tests.some(test => test(row));
  }
  const all = partsBetween('and', filter);
  if (all.length > 1) {
    const tests = all.map(part => parseFilter(part, rules));
    return row => tests.every(test => test(row));
  }
  const [only] = all;
  return only.startsWith('(') && only.endsWith(')')
    ? parseFilter(only.slice(1, -1), rules)
    : parseTerm(only, rules);
}

function parseTerm(
  text: string,
  {
    properties,
    typeName,
  }: { properties?: readonly string[]; typeName: string },
): RowTest {
  const propertyOf = (name: string) => {
    if (properties && !properties.includes(name)) {
      throw graphErrors.badRequest(
        `Invalid filter clause: Could not find a property named '${name}' on type 'microsoft.graph.${typeName}'.`,
      );
    }
    return name;
  };
  const compared = comparison.exec(text);
  if (compared) {
    const property = propertyOf(compared[1]);
    const value = valueOf(compared[3]);
    return compared[2] === 'eq'
      ? row => same(row[property], value)
      : row => !same(row[property], value);
  }
  const timed = time.exec(text);
  if (timed) {
    const property = propertyOf(timed[1]);
    const order = orders[timed[2]];
    const value = Date.parse(timed[3]);
    return row => order(Date.parse(String(row[property])), value);
  }
  const starts = prefix.exec(text);
  if (starts) {
    const property = propertyOf(starts[1]);
    const value = String(valueOf(starts[2])).toLowerCase();
    return row =>
      String(row[property] ?? '')
        .toLowerCase()
        .startsWith(value);
  }
  const contained = any.exec(text);
  if (contained && contained[2] === contained[3]) {
    const property = propertyOf(contained[1]);
    const value = valueOf(contained[4]);
    return row => {
      const list = row[property];
      return Array.isArray(list) && list.some(item => same(item, value));
    };
  }
  throw graphErrors.unsupportedQuery();
}
