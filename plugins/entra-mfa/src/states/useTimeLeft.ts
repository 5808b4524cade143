import type { SyncProgress } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useWords } from '../messages/useWords';

/** The data set that is read last, and whose pace is slow. */
export const REPORT = 'registrations';

/**
 * Words how long a sync still takes. Before the report has begun only the least is known, and less than a
 * minute of that says nothing: null then, and where nothing tells.
 */
export function useTimeLeft() {
  const { t, age } = useWords();
  return ({ dataSet, secondsLeft }: SyncProgress): string | null => {
    const atLeast = dataSet !== REPORT;
    if (!secondsLeft || (atLeast && secondsLeft < 60)) return null;
    const left = age(new Date(secondsLeft * 1000).toISOString(), 0);
    if (atLeast) return t('states.firstRun.timeLeftAtLeast', { age: left });
    return secondsLeft < 60
      ? t('states.firstRun.timeLeftShort')
      : t('states.firstRun.timeLeft', { age: left });
  };
}
