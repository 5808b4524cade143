import type { ReminderFilter } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { reminderFilterSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { ReminderTimes } from '../assess/reminders/reminderDay';
import type { Snapshot } from '../store/asOf/types';
import type { AskedSelection } from '../store/reminders/readDue';
import type { ReminderCampaignRow } from '../store/sql/tables';

/** When a campaign sends. */
export function timesOf(row: ReminderCampaignRow): ReminderTimes {
  return {
    state: row.state,
    firstDay: row.first_day,
    until: row.until,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    quietWeekends: Boolean(row.quiet_weekends),
    timeZone: row.time_zone,
  };
}

/** The filter of a campaign as it was kept. */
export function filterOf(row: ReminderCampaignRow): ReminderFilter {
  return reminderFilterSchema.parse(JSON.parse(row.filter));
}

/** Whom a campaign is for, as of a snapshot. */
export function selectionOf(
  row: ReminderCampaignRow,
  snapshot: Snapshot,
): AskedSelection {
  return selectionOfFilter(filterOf(row), snapshot);
}

/** Whom a filter finds, as of a snapshot. */
export function selectionOfFilter(
  { gap, ...filter }: ReminderFilter,
  snapshot: Snapshot,
): AskedSelection {
  return {
    gap,
    filter,
    publishedAt: snapshot.at,
    // It is not asked for who is in a group of the tenant.
    groupsVersion: null,
    allowed: null,
  };
}
