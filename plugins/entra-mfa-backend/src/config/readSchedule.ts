import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { CronTime } from 'cron';
import { IANAZone } from 'luxon';
import { fail } from './fail';
import type { SyncSchedule } from './types';

/** A run of half a million people takes 21 minutes at the report's pace. */
const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { minutes: 30 },
};

/** The library looks eight years ahead of today, and four years before a 29 February may be eight. */
const YEARS_BEFORE = new Date('2000-01-01T00:00:00Z');

/** When tenants are read, and in which time zone a cron expression is meant. */
export function readSchedule(config: Config): SyncSchedule {
  const schedule = config.getOptionalConfig('schedule');
  if (!schedule) {
    return { ...defaultSchedule, timeZone: 'UTC' };
  }
  const timeZone = readTimeZone(schedule);
  const frequency = schedule.getOptional('frequency');
  if (frequency instanceof Object && 'cron' in frequency) {
    checkCron(frequency.cron, timeZone);
  }
  return {
    ...readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule),
    timeZone,
  };
}

/** Names that follow the machine, such as `local`, are no names of a zone, and neither are offsets. */
function readTimeZone(schedule: Config): string {
  const timeZone = schedule.getOptionalString('timeZone') ?? 'UTC';
  if (!/^[a-z]/i.test(timeZone) || !IANAZone.isValidZone(timeZone)) {
    fail(
      'entraMfa.schedule.timeZone',
      'should be the name of a time zone in the IANA database, such as "Europe/Berlin" or "UTC"',
    );
  }
  return timeZone;
}

function checkCron(expression: unknown, timeZone: string): void {
  const path = 'entraMfa.schedule.frequency.cron';
  const example = 'such as "0 13 * * *" for every day at 13:00';
  const form =
    'should be a cron expression of five fields (minute, hour, day of the month, month, day of the week) or six (the second before them)';
  if (typeof expression !== 'string') {
    fail(path, `${form}, ${example}`);
  }
  let time: CronTime;
  try {
    time = new CronTime(expression);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not readable';
    fail(path, `${form}, ${example}; "${expression}" is not: ${reason}`);
  }
  try {
    time.getNextDateFrom(YEARS_BEFORE, timeZone);
  } catch {
    fail(
      path,
      `should name a time that comes, ${example}; no day is ever as "${expression}" says`,
    );
  }
}
