import type { PersonGapKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { filterChecks, gapChecks } from './valueChecks';
import type { FilterName, FilterValues } from './filterValues';

/** What of the filters of the list of people a campaign of reminders can be for: none that finds a single person. */
const reminderFilterNames = [
  'reason',
  'tier',
  'mark',
  'method',
  'privileged',
  'role',
  'roleKind',
  'team',
  'subTeams',
  'minAgeDays',
  'maxAgeDays',
] as const satisfies readonly FilterName[];

/** One of {@link reminderFilterNames}. */
type ReminderFilterName = (typeof reminderFilterNames)[number];

/** The filter of a campaign as an address has it, and the gap that it reminds of. */
export type ReminderFilterValues = Pick<FilterValues, ReminderFilterName> & {
  gap?: string;
};

/** The gap that a filter is for. */
export const gapOf = ({
  gap,
}: Pick<ReminderFilterValues, 'gap'>): PersonGapKind =>
  gap === 'privileged-phone-only' ? gap : 'uncovered';

const isOne = (name: string): name is ReminderFilterName =>
  reminderFilterNames.some(known => known === name);

/** Their checks. */
export const reminderChecks = {
  ...gapChecks,
  reason: filterChecks.reason,
  tier: filterChecks.tier,
  mark: filterChecks.mark,
  method: filterChecks.method,
  privileged: filterChecks.privileged,
  role: filterChecks.role,
  roleKind: filterChecks.roleKind,
  team: filterChecks.team,
  subTeams: filterChecks.subTeams,
  minAgeDays: filterChecks.minAgeDays,
  maxAgeDays: filterChecks.maxAgeDays,
};

/**
 * The filter of a campaign for those whom a list shows: who is not registered, or privileged people with only a phone.
 * Null where the list is of others.
 */
export function reminderFilterOf(
  values: FilterValues,
): ReminderFilterValues | null {
  const { state, sort: _sort, order: _order, ...rest } = values;
  const { privileged, mark, ...others } = rest;
  const isOfPhones =
    (state === undefined || state === 'covered') &&
    privileged === 'true' &&
    mark === 'phone-only';
  if (state !== 'uncovered' && !isOfPhones) return null;
  const given = Object.entries(isOfPhones ? others : rest).filter(
    ([, value]) => value !== undefined,
  );
  return given.every(([name]) => isOne(name))
    ? {
        ...Object.fromEntries(given),
        ...(isOfPhones && { gap: 'privileged-phone-only' }),
      }
    : null;
}
