import type { z } from 'zod';

/** What tells of whom a file is although it names nobody: few accounts were made on one day. */
const naming: readonly string[] = [
  'q',
  'entityRef',
  'group',
  'exception',
  'person',
  'minAgeDays',
  'maxAgeDays',
  'noSignInDays',
];

/** What is no filter: how the list is asked for, and what the file tells by itself. */
const noFilters: readonly string[] = [
  'tenant',
  'at',
  'to',
  'sort',
  'order',
  'names',
];

/** How a filter is told. */
export interface TellFilterOptions {
  /** Whether the file gives names. */
  named: boolean;
  /** Teams that a file without names does not tell. */
  hiddenTeams: ReadonlySet<string>;
  /** What roles are called, by id. */
  roleNames?: ReadonlyMap<string, string>;
}

/**
 * A filter as a file tells it: `state=covered,unknown; team=group:default/payments`; null where nothing
 * was filtered. A file that names nobody does not say by whose name people were found.
 *
 * @param filter - what may be filtered by; the tenant, the day and the order are none of it
 */
export function tellFilter(
  query: object,
  filter: z.ZodObject,
  { named, hiddenTeams, roleNames }: TellFilterOptions,
): string | null {
  const told = (key: string, value: unknown): string => {
    if (!named && naming.includes(key)) {
      return '(withheld)';
    }
    if (
      !named &&
      key === 'team' &&
      hiddenTeams.has(String(value).toLowerCase())
    ) {
      return '(small team)';
    }
    if (key === 'role' && Array.isArray(value)) {
      return value.map(id => roleNames?.get(id.toLowerCase()) ?? id).join(',');
    }
    return String(value);
  };
  const values: Record<string, unknown> = { ...query };
  if (values.team === undefined || values.subTeams === true) {
    delete values.subTeams;
  }
  if (!isGiven(values.role)) {
    delete values.roleKind;
  }
  const parts = Object.keys(filter.shape)
    .filter(key => !noFilters.includes(key))
    .filter(key => isGiven(values[key]))
    .map(key => `${key}=${told(key, values[key])}`);
  return parts.length > 0 ? parts.join('; ') : null;
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== '';
}
