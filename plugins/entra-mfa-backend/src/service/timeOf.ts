import { InputError } from '@backstage/errors';

/**
 * The point in time that the parameter `at` means: a date is the end of that UTC day, of today it is
 * now.
 *
 * @param parameter - the name by which the caller gave it
 */
export function timeOf(at: string, now: Date, parameter = 'at'): Date {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(at);
  if (isDate && at === now.toISOString().slice(0, 10)) {
    return now;
  }
  const time = new Date(isDate ? `${at}T23:59:59.999Z` : at);
  if (time > now) {
    throw new InputError(
      `Parameter '${parameter}' must not lie in the future: it is ${at}, and now it is ${now.toISOString()}`,
    );
  }
  return time;
}
