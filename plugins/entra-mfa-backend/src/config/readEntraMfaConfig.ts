import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigReader, type Config } from '@backstage/config';
import { z } from 'zod';
import { fail, oneOf } from './fail';
import { readDuration } from './readDuration';
import { readExceptions } from './readExceptions';
import { readFourEyes } from './readFourEyes';
import { readHold } from './readHold';
import { readNames } from './readNames';
import { readNotify } from './readNotify';
import { readReviews } from './readReviews';
import { readRules } from './readRules';
import { readSchedule } from './readSchedule';
import { readServices } from './readServices';
import { readSmallTeams } from './readSmallTeams';
import { readStaleAfter } from './readStaleAfter';
import { readTenant } from './readTenant';
import type { EntraMfaConfig, TenantConfig } from './types';

/** A report that is well is up to 36 hours behind. */
const DEFAULT_REPORT_STALE_AFTER_MS = 48 * 3_600_000;

const exposures = ['off', 'groups', 'all'] as const;

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
 * @param now - when the plugin starts: what the clocks of a time zone do follows from it
 * @throws InputError with the path of the first wrong key and what it should be
 */
export function readEntraMfaConfig(
  root: RootConfigService,
  now = new Date(),
): EntraMfaConfig {
  const config = root.getOptionalConfig('entraMfa') ?? new ConfigReader({});
  const schedule = readSchedule(config);
  return {
    tenants: readTenants(config),
    schedule,
    ...readStaleAfter(root, schedule, now),
    reportStaleAfterSeconds: Math.floor(
      (readDuration(root, 'entraMfa.reportStaleAfter') ??
        DEFAULT_REPORT_STALE_AFTER_MS) / 1000,
    ),
    rules: readRules(config),
    hold: readHold(config),
    targetDate: readTargetDate(config),
    pace: readPace(config),
    notify: readNotify(config),
    exceptions: readExceptions(config),
    fourEyes: readFourEyes(config),
    reviews: readReviews(config),
    services: readServices(config),
    smallTeams: readSmallTeams(config),
    names: readNames(config),
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
