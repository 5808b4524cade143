import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import {
  ConfigReader,
  readDurationFromConfig,
  type Config,
} from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { z } from 'zod';
import { fail, oneOf } from './fail';
import { readExceptions } from './readExceptions';
import { readHold } from './readHold';
import { readNotify } from './readNotify';
import { readReviews } from './readReviews';
import { readRules } from './readRules';
import { readServices } from './readServices';
import { readSmallTeams } from './readSmallTeams';
import { readTenant } from './readTenant';
import type { EntraMfaConfig, TenantConfig } from './types';

const exposures = ['off', 'groups', 'all'] as const;

/** A run of half a million people takes 21 minutes at the report's pace. */
const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { minutes: 30 },
};

function readTenants(config: Config): TenantConfig[] {
  const seen = new Set<string>();
  return (config.getOptionalConfigArray('tenants') ?? []).map((item, index) => {
    const path = `entraMfa.tenants[${index}]`;
    const tenant = readTenant(item, path);
    if (seen.has(tenant.tenantId)) {
      fail(`${path}.tenantId`, 'is configured twice: each tenant goes once');
    }
    seen.add(tenant.tenantId);
    return tenant;
  });
}

/** A report that is well is up to 36 hours behind. */
const defaultReportStaleAfter: HumanDuration = { hours: 48 };

function readDuration(
  root: Config,
  key: string,
  byDefault: HumanDuration,
): HumanDuration {
  const duration = root.has(key)
    ? readDurationFromConfig(root, { key })
    : byDefault;
  if (durationToMilliseconds(duration) < 1000) {
    fail(key, `should be a duration, such as { hours: ${byDefault.hours} }`);
  }
  return duration;
}

function secondsOf(duration: HumanDuration): number {
  return Math.floor(durationToMilliseconds(duration) / 1000);
}

function readPace(config: Config): EntraMfaConfig['pace'] {
  const key = 'pace.reportRequestsPer10Seconds';
  const reportRequestsPer10Seconds = config.getOptionalNumber(key) ?? 4;
  if (![1, 2, 3, 4, 5].includes(reportRequestsPer10Seconds)) {
    fail(`entraMfa.${key}`, 'should be 1 to 5; Microsoft allows 5');
  }
  return { reportRequestsPer10Seconds };
}

/** Only a whole day in the calendar; a date that YAML takes for more than a text is refused too. */
function readTargetDate(config: Config): string | null {
  const targetDate = config.getOptionalString('targetDate') ?? null;
  if (targetDate !== null && !z.iso.date().safeParse(targetDate).success) {
    fail('entraMfa.targetDate', 'should be a day, such as "2026-12-31"');
  }
  return targetDate;
}

/**
 * Reads `entraMfa` and fills in the defaults.
 *
 * @throws InputError with the path of the first wrong key and what it should be
 */
export function readEntraMfaConfig(root: RootConfigService): EntraMfaConfig {
  const config = root.getOptionalConfig('entraMfa') ?? new ConfigReader({});
  const schedule = config.getOptionalConfig('schedule');
  const staleAfter = readDuration(root, 'entraMfa.staleAfter', { hours: 6 });
  return {
    tenants: readTenants(config),
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : defaultSchedule,
    staleAfter,
    staleAfterSeconds: secondsOf(staleAfter),
    reportStaleAfterSeconds: secondsOf(
      readDuration(root, 'entraMfa.reportStaleAfter', defaultReportStaleAfter),
    ),
    rules: readRules(config),
    hold: readHold(config),
    targetDate: readTargetDate(config),
    pace: readPace(config),
    notify: readNotify(config),
    exceptions: readExceptions(config),
    reviews: readReviews(config),
    services: readServices(config),
    smallTeams: readSmallTeams(config),
    exports: {
      pseudonymKeyFile:
        config.getOptionalString('exports.pseudonymKeyFile') ?? null,
    },
    exposure: oneOf(
      'entraMfa.exposure',
      config.getOptionalString('exposure') ?? 'groups',
      exposures,
    ),
  };
}
