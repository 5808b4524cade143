import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { fail } from './fail';
import { readSchedule } from './readSchedule';
import { configSchema } from './schema';
import { refuseLostRules } from './scopeRuleSchema';
import { staleAfterOf } from './staleAfterOf';
import type { EntraMfaConfig } from './types';

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
  const { data, error } = configSchema
    .superRefine(refuseLostRules)
    .safeParse(withoutNull(config.get()));
  if (error) {
    const [{ path, message }] = error.issues;
    return fail(pathOf(path), message);
  }
  const { breakGlass, leads, scope, staleAfter, teams } = data;
  const { userTypeNull, rules: scopeRules, ...scoped } = scope;
  return {
    tenants: data.tenants,
    connect: data.connect,
    schedule,
    ...staleAfterOf(staleAfter ?? null, schedule, now),
    reportStaleAfterSeconds: Math.floor(data.reportStaleAfter / 1000),
    rules: {
      basis: data.basis,
      targetPermille: data.target,
      breakGlassIds: data.breakGlassIds,
      drillDays: breakGlass.drillOverdueAfterDays,
      privilegedRoles: data.privilegedRoles,
      ...scoped,
      leads,
      // Only where they are set, so that the rules of who does not set them stay as they are.
      ...(userTypeNull === 'member' && { userTypeNull }),
      ...(data.mailboxPurpose && { mailboxes: true }),
      ...(teams.sources && { teamSources: teams.sources }),
    },
    scopeRules,
    hold: { people: data.hold.people, permille: data.hold.points },
    targetDate: data.targetDate,
    pace: data.pace,
    notify: {
      ...data.notify,
      approvers: data.notify.approvers ?? data.notify.security,
    },
    exceptions: data.exceptions,
    fourEyes: data.fourEyes,
    reviews: data.reviews,
    compliance: data.compliance,
    services: data.services,
    smallTeams: data.smallTeams,
    names: data.names,
    signInActivity: data.signInActivity,
    mailboxPurpose: data.mailboxPurpose,
    perUserMethods: data.perUserMethods,
    entraGroups: data.entraGroups,
    retention: data.retention,
    evidence: {
      keyFile: data.evidence.keyFile,
      timestampAuthority: data.evidence.timestampAuthority?.url ?? null,
      checkpoints: data.evidence.checkpoints,
      name:
        data.evidence.name ??
        new URL(root.getOptionalString('backend.baseUrl') ?? 'http://backstage')
          .host,
    },
    sinks: data.sinks,
    exports: data.exports,
    exposure: data.exposure,
    pictures: data.pictures,
  };
}

/** A key without a value is one that is left out. */
function withoutNull(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each) => (each === null ? undefined : each)),
  );
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (before, key) =>
      typeof key === 'number'
        ? `${before}[${key}]`
        : `${before}.${String(key)}`,
    'entraMfa',
  );
}
