import { filterChecks } from './valueChecks';
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

/** The filter of a campaign as an address has it. */
export type ReminderFilterValues = Pick<FilterValues, ReminderFilterName>;

const isOne = (name: string): name is ReminderFilterName =>
  reminderFilterNames.some(known => known === name);

/** Their checks. */
export const reminderChecks = {
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

/** The filter of a campaign for those whom a list shows; null where the list is of others than those not registered. */
export function reminderFilterOf(
  values: FilterValues,
): ReminderFilterValues | null {
  const { state, sort: _sort, order: _order, ...rest } = values;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return state === 'uncovered' && given.every(([name]) => isOne(name))
    ? Object.fromEntries(given)
    : null;
}
