import { useWords } from '../messages/useWords';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** How long something took: in days, under two of them in hours. Cut off. */
export function useDuration(): (seconds: number) => string {
  const { t } = useWords();
  return seconds => {
    if (seconds >= 2 * DAY) {
      return t('remediation.days', { count: Math.floor(seconds / DAY) });
    }
    return seconds >= HOUR
      ? t('remediation.hours', { count: Math.floor(seconds / HOUR) })
      : t('remediation.underAnHour');
  };
}
