/**
 * The properties of a user that a filter of a scope rule may name, by what they hold. Source: Microsoft Graph,
 * resource type `user`.
 *
 * @public
 */
export const filterProperties = {
  displayName: 'text',
  userPrincipalName: 'text',
  mail: 'text',
  userType: 'text',
  accountEnabled: 'flag',
  onPremisesSyncEnabled: 'flag',
  createdDateTime: 'date',
  employeeHireDate: 'date',
  companyName: 'text',
  country: 'text',
  department: 'text',
  employeeType: 'text',
  jobTitle: 'text',
  officeLocation: 'text',
  usageLocation: 'text',
} as const satisfies Record<string, 'text' | 'flag' | 'date'>;

/** One of {@link filterProperties}. @public */
export type FilterProperty = keyof typeof filterProperties;

/**
 * Those of {@link filterProperties} that are read and stored only where a configured rule names them.
 *
 * @public
 */
export const propertiesOnDemand = [
  'companyName',
  'country',
  'department',
  'employeeType',
  'jobTitle',
  'officeLocation',
  'usageLocation',
] as const satisfies readonly FilterProperty[];

/** One of {@link propertiesOnDemand}. @public */
export type PropertyOnDemand = (typeof propertiesOnDemand)[number];

/** How a filter compares a property with a value. @public */
export const filterOperators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;

/** One of {@link filterOperators}. @public */
export type FilterOperator = (typeof filterOperators)[number];

/** The functions of a filter; each looks for a part of a text. @public */
export const filterFunctions = ['startsWith', 'endsWith', 'contains'] as const;

/** One of {@link filterFunctions}. @public */
export type FilterFunction = (typeof filterFunctions)[number];

/** A filter of a scope rule, parsed. Instants are ISO 8601 in UTC. @public */
export type ScopeFilter =
  | { kind: 'and' | 'or'; left: ScopeFilter; right: ScopeFilter }
  | { kind: 'not'; of: ScopeFilter }
  | {
      kind: 'compare';
      property: FilterProperty;
      operator: FilterOperator;
      value: string | boolean | null;
    }
  | { kind: 'in'; property: FilterProperty; values: string[] }
  | {
      kind: 'part';
      property: FilterProperty;
      function: FilterFunction;
      value: string;
    };

/**
 * What is wrong with a filter.
 *
 * - `unexpected`: something else is expected there
 * - `unknown-property`, `unknown-function`: those that there are, are expected
 * - `wrong-operator`: it does not go with the property
 * - `wrong-value`: it is none of the property's
 * - `only-true`: of the property only `true` is kept, so that it can be compared with nothing else
 * - `unfinished-text`: a text has no end
 * - `too-long`, `too-deep`: nobody could read it
 *
 * @public
 */
export const filterProblemCodes = [
  'unexpected',
  'unknown-property',
  'unknown-function',
  'wrong-operator',
  'wrong-value',
  'only-true',
  'unfinished-text',
  'too-long',
  'too-deep',
] as const;

/** One of {@link filterProblemCodes}. @public */
export type FilterProblemCode = (typeof filterProblemCodes)[number];

/** Where a filter is wrong, and what was expected there. @public */
export interface FilterProblem {
  /** See {@link filterProblemCodes}. */
  code: FilterProblemCode;
  /** The character, counted from 1. */
  at: number;
  /** What stands there; empty at the end. */
  found: string;
  /** What may stand there: names, signs or examples of values. */
  expected: readonly string[];
}

/** The longest filter. @public */
export const longestFilter = 2000;

const DEEPEST = 50;

const operatorsOf = {
  text: ['eq', 'ne', 'in'],
  flag: ['eq', 'ne'],
  date: filterOperators,
} as const;

const valuesOf = {
  text: ["'text'"],
  flag: ['true', 'false'],
  date: ['2026-01-31', '2026-01-31T09:00:00Z'],
} as const;

/** A null of theirs is not known, or has something in its place: nothing can be told by it. */
const neverNull: readonly FilterProperty[] = [
  'accountEnabled',
  'displayName',
  'userPrincipalName',
  'userType',
];

const DAY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/i;

interface Token {
  kind: 'text' | 'word' | '(' | ')' | ',' | 'end' | 'other';
  /** As it is written. */
  source: string;
  /** Of a text, what it says. */
  value: string;
  at: number;
}

class Wrong extends Error {
  constructor(readonly problem: FilterProblem) {
    super(problem.code);
  }
}

/** A word is whatever stands between blanks and signs, so that a date is one and a typing error is told whole. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|'((?:[^']|'')*)'|([(),])|([^\s'(),]+)|(')/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [source, quoted, sign, word, open] = match;
    const at = match.index + 1;
    if (quoted !== undefined) {
      const value = quoted.replace(/''/g, "'");
      tokens.push({ kind: 'text', source, value, at });
    } else if (sign !== undefined) {
      tokens.push({ kind: sign as '(' | ')' | ',', source, value: sign, at });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', source, value: word, at });
    } else if (open !== undefined) {
      const found = text.slice(match.index, match.index + 40);
      const expected = ["'"];
      throw new Wrong({ code: 'unfinished-text', at, found, expected });
    }
  }
  tokens.push({ kind: 'end', source: '', value: '', at: text.length + 1 });
  return tokens;
}

function named<Name extends string>(
  names: readonly Name[],
  written: string,
): Name | undefined {
  return names.find(name => name.toLowerCase() === written.toLowerCase());
}

const properties = Object.keys(filterProperties) as FilterProperty[];

/** A day is its first moment in UTC; undefined of what is none. */
function instantOf(written: string): string | undefined {
  if (!DAY.test(written)) {
    return undefined;
  }
  const instant = new Date(written);
  const isDay =
    !Number.isNaN(instant.getTime()) &&
    // 31 February would become a day of March.
    new Date(`${written.slice(0, 10)}T00:00:00Z`)
      .toISOString()
      .startsWith(written.slice(0, 10));
  return isDay ? instant.toISOString() : undefined;
}

/** Recursive descent: `or` of `and` of `not`, a group, a function or a comparison. */
class Parser {
  readonly #tokens: readonly Token[];
  #place = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): ScopeFilter {
    const filter = this.#or();
    if (this.#token.kind !== 'end') {
      this.#fail('unexpected', ['and', 'or']);
    }
    return filter;
  }

  get #token(): Token {
    return this.#tokens[this.#place];
  }

  #fail(
    code: FilterProblemCode,
    expected: readonly string[],
    { at, source }: Token = this.#token,
  ): never {
    throw new Wrong({ code, at, found: source, expected });
  }

  #isWord(word: string): boolean {
    const { kind, value } = this.#token;
    return kind === 'word' && value.toLowerCase() === word;
  }

  #take(): Token {
    const token = this.#token;
    this.#place += 1;
    return token;
  }

  #takeSign(sign: '(' | ')' | ','): void {
    if (this.#token.kind !== sign) {
      this.#fail('unexpected', [sign]);
    }
    this.#place += 1;
  }

  #or(): ScopeFilter {
    let left = this.#and();
    while (this.#isWord('or')) {
      this.#take();
      left = { kind: 'or', left, right: this.#and() };
    }
    return left;
  }

  #and(): ScopeFilter {
    let left = this.#unary();
    while (this.#isWord('and')) {
      this.#take();
      left = { kind: 'and', left, right: this.#unary() };
    }
    return left;
  }

  #unary(): ScopeFilter {
    this.#depth += 1;
    if (this.#depth > DEEPEST) {
      this.#fail('too-deep', []);
    }
    const filter = this.#primary();
    this.#depth -= 1;
    return filter;
  }

  #primary(): ScopeFilter {
    const { kind, value } = this.#token;
    if (kind === '(') {
      return this.#group();
    }
    if (kind !== 'word') {
      return this.#fail('unexpected', ['property', ...filterFunctions, 'not']);
    }
    const isCall = this.#tokens[this.#place + 1].kind === '(';
    if (value.toLowerCase() === 'not') {
      this.#take();
      // `not userType eq 'Guest'` would mean `(not userType) eq 'Guest'` to OData.
      const isClear =
        this.#token.kind === '(' ||
        this.#isWord('not') ||
        named(filterFunctions, this.#token.value) !== undefined;
      return isClear
        ? { kind: 'not', of: this.#unary() }
        : this.#fail('unexpected', ['(', ...filterFunctions]);
    }
    return isCall ? this.#call() : this.#comparison();
  }

  #group(): ScopeFilter {
    this.#takeSign('(');
    const filter = this.#or();
    if (this.#token.kind !== ')') {
      this.#fail('unexpected', ['and', 'or', ')']);
    }
    this.#take();
    return filter;
  }

  #call(): ScopeFilter {
    const name = named(filterFunctions, this.#token.value);
    if (!name) {
      return this.#fail('unknown-function', filterFunctions);
    }
    this.#take();
    this.#takeSign('(');
    const token = this.#token;
    const property = this.#property();
    if (filterProperties[property] !== 'text') {
      const texts = properties.filter(one => filterProperties[one] === 'text');
      this.#fail('wrong-operator', texts, token);
    }
    this.#takeSign(',');
    const value = this.#text();
    this.#takeSign(')');
    return { kind: 'part', property, function: name, value };
  }

  #comparison(): ScopeFilter {
    const property = this.#property();
    const allowed = operatorsOf[filterProperties[property]];
    const { kind, value } = this.#token;
    if (kind !== 'word') {
      return this.#fail('unexpected', allowed);
    }
    const operator = named([...filterOperators, 'in' as const], value);
    if (!operator) {
      return this.#fail('unexpected', allowed);
    }
    if (named(allowed, operator) === undefined) {
      return this.#fail('wrong-operator', allowed);
    }
    this.#take();
    if (operator === 'in') {
      return { kind: 'in', property, values: this.#texts() };
    }
    const mayBeNull =
      !neverNull.includes(property) && (operator === 'eq' || operator === 'ne');
    const against = this.#value(property, mayBeNull);
    return { kind: 'compare', property, operator, value: against };
  }

  #property(): FilterProperty {
    const { kind, value } = this.#token;
    if (kind !== 'word') {
      return this.#fail('unexpected', ['property']);
    }
    const property = named(properties, value);
    if (!property) {
      return this.#fail('unknown-property', properties);
    }
    this.#take();
    return property;
  }

  #text(): string {
    if (this.#token.kind !== 'text') {
      this.#fail('wrong-value', ["'text'"]);
    }
    return this.#take().value;
  }

  #texts(): string[] {
    this.#takeSign('(');
    const values = [this.#text()];
    while (this.#token.kind === ',') {
      this.#take();
      values.push(this.#text());
    }
    if (this.#token.kind !== ')') {
      this.#fail('unexpected', [',', ')']);
    }
    this.#take();
    return values;
  }

  #value(
    property: FilterProperty,
    mayBeNull: boolean,
  ): string | boolean | null {
    const type = filterProperties[property];
    const { kind, value } = this.#token;
    const word = kind === 'word' ? value.toLowerCase() : null;
    const read = (): string | boolean | null | undefined => {
      if (word === 'null') return mayBeNull ? null : undefined;
      if (type === 'text') return kind === 'text' ? value : undefined;
      if (type === 'flag') {
        return word === 'true' || word === 'false'
          ? word === 'true'
          : undefined;
      }
      return kind === 'word' ? instantOf(value) : undefined;
    };
    const found = read();
    if (property === 'onPremisesSyncEnabled' && found !== true) {
      return this.#fail('only-true', ['true']);
    }
    if (found === undefined) {
      return this.#fail('wrong-value', [
        ...valuesOf[type],
        ...(mayBeNull ? ['null'] : []),
      ]);
    }
    this.#take();
    return found;
  }
}

/**
 * Parses a filter: OData's `$filter` over the properties of a user, as far as rules need it. Names and operators are
 * taken in any case.
 *
 * @public
 */
export function parseScopeFilter(
  text: string,
): { filter: ScopeFilter } | { problem: FilterProblem } {
  if (text.length > longestFilter) {
    const at = longestFilter + 1;
    return { problem: { code: 'too-long', at, found: '', expected: [] } };
  }
  try {
    return { filter: new Parser(tokensOf(text)).parse() };
  } catch (error) {
    if (error instanceof Wrong) {
      return { problem: error.problem };
    }
    throw error;
  }
}

/** The properties that a filter names, each once. @public */
export function propertiesOf(filter: ScopeFilter): FilterProperty[] {
  const within = (one: ScopeFilter): FilterProperty[] => {
    switch (one.kind) {
      case 'and':
      case 'or':
        return [...within(one.left), ...within(one.right)];
      case 'not':
        return within(one.of);
      default:
        return [one.property];
    }
  };
  return [...new Set(within(filter))].sort();
}
