import type { ChangeWeeks } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ChangesValues } from '../navigation/changesNames';

type Week = ChangeWeeks['weeks'][number];

/** A week with the heights of its bars, in hundredths of the highest of both sides together. */
export interface WeekBar {
  week: Week;
  gained: number;
  lost: number;
}

/** All weeks on one scale, so that a person gained is as high as one lost; what is hidden has no bar. */
export function weekBars(weeks: readonly Week[]): WeekBar[] {
  const mostOf = (side: 'gained' | 'lost') =>
    Math.max(0, ...weeks.map(week => week[side] ?? 0));
  const most = Math.max(1, mostOf('gained') + mostOf('lost'));
  const share = (people: number | null) =>
    Math.round(((people ?? 0) / most) * 1000) / 10;
  return weeks.map(week => ({
    week,
    gained: share(week.gained),
    lost: share(week.lost),
  }));
}

/** Whether a list shows a week: its two days are those of the list. */
export function isShownWeek(
  { from, to }: Week,
  values: ChangesValues,
): boolean {
  return values.from === from && values.to === to;
}
