import type { Words } from '../messages/useWords';

/** A length of time: in seconds below a minute, else as ages are. */
export function durationOf({ t, age }: Words, seconds: number): string {
  return seconds < 60
    ? t('connections.budget.seconds', { count: seconds })
    : age(new Date(0).toISOString(), seconds * 1000);
}
