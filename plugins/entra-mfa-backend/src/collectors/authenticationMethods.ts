import {
  campaignStates,
  type MethodsMigration,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { orNone } from './orNone';
import type {
  AllowedMethodBody,
  Collector,
  MethodsPolicyBody,
  MethodTargets,
} from './types';

// A list that is not as documented must not be taken for none: somebody would be told wrong.
const target = z.object({
  id: z.string().min(1),
  targetType: orNone(z.string()),
  // Of another one it would not be known for what it is.
  authenticationMode: z.enum(['any', 'push', 'deviceBasedPush']).nullish(),
});
const targets = z.array(target).nullish();

const method = z.object({
  '@odata.type': orNone(z.string()),
  id: z.string().min(1),
  displayName: orNone(z.string()),
  // Of another one it would not be known whether it is allowed.
  state: z.enum(['enabled', 'disabled']),
  includeTargets: targets,
  excludeTargets: targets,
  isSoftwareOathEnabled: orNone(z.boolean()),
  isOfficePhoneAllowed: orNone(z.boolean()),
});

const row = z.object({
  policyMigrationState: orNone(z.string()),
  registrationEnforcement: z
    .object({
      authenticationMethodsRegistrationCampaign: z
        .object({
          state: orNone(z.string()),
          snoozeDurationInDays: orNone(z.number().int().nonnegative()),
          includeTargets: targets,
          excludeTargets: targets,
        })
        .nullish(),
    })
    .nullish(),
  authenticationMethodConfigurations: z.array(method),
});

type Row = z.infer<typeof row>;
type Method = z.infer<typeof method>;
type Target = z.infer<typeof target>;

const migrations: Readonly<Record<string, MethodsMigration>> = {
  preMigration: 'not-begun',
  migrationInProgress: 'in-progress',
  migrationComplete: 'complete',
};

/**
 * Which methods the tenant allows, for whom: why somebody has registered and is not capable. Source: resource type
 * `authenticationMethodsPolicy`.
 */
export const authenticationMethods: Collector<Row> = {
  id: 'authentication-methods',
  title: 'Authentication methods policy',
  source: 'graph',
  endpoint: '/policies/authenticationMethodsPolicy',
  query: {},
  pace: 'directory',
  permission: 'Policy.Read.All',
  licence: null,
  why: 'To know which methods are allowed, and so why somebody has registered and is not capable',
  documentation:
    'https://learn.microsoft.com/graph/api/authenticationmethodspolicy-get',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: true,
  answer: 'one',
  row,
  toRecords(policy) {
    const body: MethodsPolicyBody = {
      migration: migrations[policy.policyMigrationState ?? ''] ?? null,
      campaign: campaignOf(policy),
      methods: policy.authenticationMethodConfigurations
        .map(toMethod)
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    };
    return [{ key: 'all', body: { ...body } }];
  },
};

function campaignOf({
  registrationEnforcement,
}: Row): MethodsPolicyBody['campaign'] {
  const campaign =
    registrationEnforcement?.authenticationMethodsRegistrationCampaign;
  const state = campaignStates.find(known => known === campaign?.state);
  return campaign && state
    ? {
        state,
        snoozeDays: campaign.snoozeDurationInDays ?? null,
        include: targetsOf(campaign.includeTargets),
        exclude: targetsOf(campaign.excludeTargets),
      }
    : null;
}

function toMethod(of: Method): AllowedMethodBody {
  const include = of.includeTargets ?? [];
  const withMode = (mode: Target['authenticationMode']) =>
    targetsOf(
      include.filter(({ authenticationMode: one }) =>
        ['any', mode].includes(one ?? 'any'),
      ),
    );
  const isExternal = /externalAuthenticationMethod/i.test(
    of['@odata.type'] ?? '',
  );
  return {
    id: of.id,
    ...(isExternal && { external: of.displayName || of.id }),
    enabled: of.state === 'enabled',
    include: targetsOf(include),
    exclude: targetsOf(of.excludeTargets),
    ...(include.some(
      ({ authenticationMode }) => (authenticationMode ?? 'any') !== 'any',
    ) && {
      push: withMode('push'),
      passwordless: withMode('deviceBasedPush'),
    }),
    ...(typeof of.isSoftwareOathEnabled === 'boolean' && {
      codes: of.isSoftwareOathEnabled,
    }),
    ...(typeof of.isOfficePhoneAllowed === 'boolean' && {
      officePhone: of.isOfficePhoneAllowed,
    }),
  };
}

/** `all_users` is called a group. */
function targetsOf(list: readonly Target[] | null | undefined) {
  const of: MethodTargets = { everybody: false, groups: [], users: [] };
  for (const { id, targetType } of list ?? []) {
    const key = id.toLowerCase();
    if (key === 'all_users') {
      of.everybody = true;
    } else if (targetType === 'group') {
      of.groups.push(key);
    } else if (targetType === 'user') {
      of.users.push(key);
    } else {
      of.others = true;
    }
  }
  of.groups.sort();
  of.users.sort();
  return of;
}
