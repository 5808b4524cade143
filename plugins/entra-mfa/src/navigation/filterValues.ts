import type { UrlValues } from './useUrlValues';

/** The filters of the people list that a URL keeps, by their names in the contract. */
export const filterNames = [
  'state',
  'reason',
  'tier',
  'scopeClass',
  'scopeRule',
  'mark',
  'method',
  'privileged',
  'role',
  'roleKind',
  'inCatalog',
  'team',
  'subTeams',
  'group',
  'exception',
  'minAgeDays',
  'maxAgeDays',
  'noSignInDays',
  'q',
  'sort',
  'order',
] as const;

/** The states of everybody in scope, as a filter. */
export const inScope = 'covered,uncovered,unknown,exempt';

/** One of {@link filterNames}. */
export type FilterName = (typeof filterNames)[number];

/** Filters as a URL carries them: alternatives of one filter are separated by commas. */
export type FilterValues = UrlValues<FilterName>;
