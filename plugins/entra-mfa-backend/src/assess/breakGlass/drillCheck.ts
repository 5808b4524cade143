import type { BreakGlassCheck } from './types';

const DAY = 86_400_000;

/** Whether somebody tried lately that the account still lets them in. */
export const drillCheck: BreakGlassCheck = {
  id: 'drill',
  decide({ lastDrill, today, drillDays }) {
    if (lastDrill === null) {
      return { outcome: 'failed', code: 'no-drill', values: {} };
    }
    const days = (Date.parse(today) - Date.parse(lastDrill)) / DAY;
    const values = { days, on: lastDrill };
    return days > drillDays
      ? { outcome: 'failed', code: 'drill-overdue', values }
      : { outcome: 'passed', code: 'drill-recent', values };
  },
};
