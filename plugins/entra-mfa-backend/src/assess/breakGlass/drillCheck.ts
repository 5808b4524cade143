import type { BreakGlassCheck } from './types';

const DAY = 86_400_000;

/** Whether somebody tried lately that the account still lets them in. */
export const drillCheck: BreakGlassCheck = {
  id: 'drill',
  decide({ lastDrill, today, drillDays }) {
    if (lastDrill === null) {
      return {
        outcome: 'failed',
        text: 'No drill is on record: sign in with the account, then record the day.',
      };
    }
    const days = (Date.parse(today) - Date.parse(lastDrill)) / DAY;
    return days > drillDays
      ? {
          outcome: 'failed',
          text: `The last drill was ${days} days ago, on ${lastDrill}; one is due every ${drillDays} days.`,
        }
      : {
          outcome: 'passed',
          text: `The last drill was on ${lastDrill}; one is due every ${drillDays} days.`,
        };
  },
};
