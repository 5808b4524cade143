import type { Row } from '../tenant/collection';
import { graphErrors } from './GraphError';

/** Whether a row is kept. */
export type RowTest = (row: Row) => boolean;

const literal = `(true|false|null|-?\\d+|'(?:[^']|'')*')`;
const comparison = new RegExp(`^(\\w+)\\s+(eq|ne)\\s+${literal}$`);
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

/**
 * The test for a `$filter`: comparisons with `eq` and `ne`, `startswith` and `any` over a list of
 * strings, joined by `and`. Throws Graph's error for everything else.
 */
export function parseFilter(
  filter: string,
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
  const tests = filter
    .split(/\s+and\s+(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((term): RowTest => {
      const text = term.trim();
      const compared = comparison.exec(text);
      if (compared) {
        const property = propertyOf(compared[1]);
        const value = valueOf(compared[3]);
        return compared[2] === 'eq'
          ? row => same(row[property], value)
          : row => !same(row[property], value);
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
    });
  return row => tests.every(test => test(row));
}
