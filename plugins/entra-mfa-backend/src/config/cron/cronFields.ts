/** The fields of a cron expression from the minute on, as they are written. */
export interface CronFields {
  minute: string;
  hour: string;
  /** Of the month. */
  day: string;
  month: string;
  weekday: string;
}

/** The names that the package `cron` takes for an expression. */
const presets: Record<string, string> = {
  '@yearly': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
  '@minutely': '0 * * * * *',
  '@secondly': '* * * * * *',
  '@weekdays': '0 0 0 * * 1-5',
  '@weekends': '0 0 0 * * 0,6',
};

/** Takes a valid expression of five or six fields apart, without its seconds. */
export function cronFields(expression: string): CronFields {
  const trimmed = expression.trim().toLowerCase();
  const fields = (presets[trimmed] ?? trimmed).split(/\s+/);
  const [minute, hour, day, month, weekday] = fields.slice(-5);
  return { minute, hour, day, month, weekday };
}
