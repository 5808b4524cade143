import type {
  PersonGapKind,
  ReminderCampaign,
  ReminderCounts,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  reminderDay,
  reminderStateAt,
  type ReminderGround,
} from '../../assess/reminders/reminderDay';
import { remindedStanding } from '../../assess/reminders/remindedStanding';
import { timesOf } from '../../reminders/toCampaign';
import type { RemindedCount } from '../../store/reminders/countReminded';
import { toDate, toDateOrNull } from '../../store/sql/instant';
import type { ReminderCampaignRow } from '../../store/sql/tables';

/** A campaign as the API tells it. */
export function toCampaign(
  row: ReminderCampaignRow,
  ground: ReminderGround,
  counts: ReminderCounts | null,
  now: Date,
): ReminderCampaign {
  const times = timesOf(row);
  const found = reminderDay(times, ground, now);
  return {
    id: row.campaign_id,
    title: row.title,
    text: row.text,
    filter: JSON.parse(row.filter),
    firstDay: row.first_day,
    everyDays: row.every_days,
    until: row.until,
    leadAfter: row.lead_after,
    securityAfter: row.security_after,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
    quietWeekends: times.quietWeekends,
    timeZone: row.time_zone,
    state: reminderStateAt(times, now),
    waits: found && 'waits' in found ? found.waits : null,
    created: { by: row.created_by, at: toDate(row.created_at).toISOString() },
    startedAt: toDateOrNull(row.started_at)?.toISOString() ?? null,
    changed: { by: row.changed_by, at: toDate(row.changed_at).toISOString() },
    counts,
  };
}

/** How people are whom a campaign has reminded of a gap. */
export function toCounts(
  gap: PersonGapKind,
  rows: readonly Pick<RemindedCount, 'facts' | 'people'>[],
): ReminderCounts {
  const counts = { reminded: 0, fixed: 0, open: 0, other: 0 };
  for (const { facts, people } of rows) {
    counts.reminded += people;
    counts[remindedStanding(gap, facts)] += people;
  }
  return counts;
}
