import { graphErrors } from './GraphError';
import { parseFilter, type RowTest } from './filter';

/** What a request for a list asks for. */
export type ListQuery = {
  top: number;
  select?: string[];
  /** The filter as written; the test is made from it when it is used. */
  filter?: string;
  test?: RowTest;
  count: boolean;
  /** What is expanded, as written. */
  expand?: string;
  skipToken?: string;
  deltaToken?: string;
};

const known = new Set([
  '$top',
  '$select',
  '$filter',
  '$count',
  '$skiptoken',
  '$deltatoken',
  '$orderby',
  '$expand',
]);

/** What an endpoint allows. */
export type QueryRules = {
  defaultTop: number;
  largestTop: number;
  /** The properties that may be selected, or undefined when any may. */
  properties?: readonly string[];
  /** What may be expanded, as it is written. */
  expand?: string;
  typeName: string;
  /** Whether it tells changes. */
  isDelta?: boolean;
};

/** Reads the query options of a list request, or throws the error that Graph sends. */
export function readListQuery(
  parameters: URLSearchParams,
  headers: { consistencyLevel?: string },
  rules: QueryRules,
): ListQuery {
  for (const name of parameters.keys()) {
    if (name.startsWith('$') && !known.has(name)) {
      throw graphErrors.unsupportedQuery();
    }
  }
  const expand = parameters.get('$expand') ?? undefined;
  if (
    rules.isDelta &&
    ['$top', '$filter', '$count'].some(name => parameters.has(name))
  ) {
    throw graphErrors.unsupportedQuery();
  }
  if (
    parameters.has('$orderby') ||
    (parameters.has('$deltatoken') && !rules.isDelta) ||
    (expand !== undefined && expand !== rules.expand)
  ) {
    throw graphErrors.unsupportedQuery();
  }
  const eventual = headers.consistencyLevel?.toLowerCase() === 'eventual';
  const filter = parameters.get('$filter') ?? undefined;
  const select = readSelect(parameters.get('$select'), rules);
  return {
    top: readTop(parameters.get('$top'), rules, select, filter),
    select,
    filter,
    test: filter ? parseFilter(filter, rules) : undefined,
    count: parameters.get('$count') === 'true' && eventual,
    expand,
    skipToken: parameters.get('$skiptoken') ?? undefined,
    deltaToken: parameters.get('$deltatoken') ?? undefined,
  };
}

function readTop(
  top: string | null,
  rules: QueryRules,
  select: string[] | undefined,
  filter: string | undefined,
): number {
  const withSignIns =
    select?.includes('signInActivity') || filter?.includes('signInActivity');
  const largest = withSignIns
    ? Math.min(500, rules.largestTop)
    : rules.largestTop;
  if (top === null) {
    return rules.defaultTop;
  }
  const number = Number(top);
  if (!Number.isInteger(number) || number < 1 || number > largest) {
    throw graphErrors.pageSize(top, largest);
  }
  return number;
}

function readSelect(
  select: string | null,
  { properties, typeName }: QueryRules,
): string[] | undefined {
  if (!select) {
    return undefined;
  }
  const asked = select.split(',').map(name => name.trim());
  return asked.map(name => {
    const found =
      properties?.find(
        property => property.toLowerCase() === name.toLowerCase(),
      ) ?? (properties ? undefined : name);
    if (!found) {
      throw graphErrors.badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${typeName}'.`,
      );
    }
    return found;
  });
}
