import {
  coverageOf,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { scopeClassSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { allRolesKnown } from '../assess/roles/allRolesKnown';
import { rulesVersion } from '../assess/rulesVersion';
import type { RuleSettings, StoredCounts } from '../assess/types';
import { rulesOf } from '../config/rulesOf';
import { readTenantCounts } from '../store/read/readCounts';
import { readSeries } from '../store/read/readSeries';
import type { TenantCounts } from '../assess/TenantCounts';
import {
  toAssessedCounts,
  toCoverage,
  toSeriesPoint,
  toSnapshotRef,
} from './figures';
import { askingAt } from './policies/askingAt';
import { methodsPolicyAt } from './policies/methodsPolicyAt';
import { entraGroupsAt } from './entraGroupsAt';
import { forecastFrom } from './forecastFrom';
import { holdAt } from './holds/holdAt';
import { readFreshness } from './readFreshness';
import { readTenantRefs } from './readTenantRefs';
import { toPrivilegedRoles, toRolesStatus } from './rolesOfCounts';
import { riskySignInsAt } from './riskySignInsAt';
import { seriesStart } from './seriesStart';
import type { PeopleAccess, QueryOf, ReadContext } from './types';

/** The figure, what it counts, how strong, who is left out, and its history. */
export async function getOverview(
  context: ReadContext,
  query: QueryOf<'getOverview'>,
  access: PeopleAccess,
): Promise<Overview> {
  const { knex, config, snapshots } = context;
  const tenantId = await snapshots.tenantOf(query.tenant);
  const tenants = await readTenantRefs(context);

  return snapshots.readCounts(query, async (found, hasPeople) => {
    const today = tenantId === null ? config.rules : rulesOf(config, tenantId);
    const settings: RuleSettings = found
      ? JSON.parse(found.snapshot.settings)
      : today;
    const { basis, targetPermille } = settings;
    const [freshness, counts, series, hold] = await Promise.all([
      readFreshness(context, tenantId, found?.snapshot ?? null, query.at),
      found ? readTenantCounts(knex, found.view) : null,
      found
        ? readSeries(knex, found.view, '', seriesStart(found.snapshot.at))
        : [],
      found ? holdAt(context, found.view.tenantId, query.at) : null,
    ]);
    return {
      tenant: tenants.find(({ id }) => id === tenantId) ?? null,
      tenants,
      visibility: access.kind,
      snapshot: found && toSnapshotRef(found.snapshot),
      rulesVersionToday: rulesVersion(today),
      hold,
      freshness,
      basis,
      targetPermille,
      counts:
        counts && toAssessedCounts(counts, targetPermille, freshness.stale),
      directory: counts && directoryOf(counts),
      scopeRules: scopeRulesOf(counts, settings),
      privileged:
        counts && privilegedOf(counts, targetPermille, freshness.stale),
      forecast:
        found &&
        forecastFrom(
          context,
          found.snapshot.at,
          query.at,
          freshness,
        )(series, targetPermille),
      privilegedRoles: counts && toPrivilegedRoles(counts),
      roles: counts && toRolesStatus(counts),
      crossCheck: counts?.crossCheck ?? null,
      cis: cisOf(counts),
      asking: await askingAt(context, found, counts, access, hasPeople),
      readsAttempts:
        found !== null &&
        'registration-events' in JSON.parse(found.snapshot.dataSets),
      readsEntraGroups:
        found !== null &&
        access.kind === 'all' &&
        entraGroupsAt(context, found) !== null,
      methodsPolicy: await methodsPolicyAt(context, found, access),
      riskySignIns: await riskySignInsAt(context, found),
      halfOfGap: counts && counts.halfOfGap,
      unmatched: {
        peopleNotInCatalog: counts?.peopleNotInCatalog ?? 0,
        catalogUsersNotInEntra: counts?.catalogUsersNotInEntra ?? 0,
        rowsWithoutPerson: counts?.rowsWithoutPerson ?? 0,
      },
      series: series.map(toSeriesPoint),
    };
  });
}

const inScopeStates = ['covered', 'uncovered', 'unknown', 'exempt'] as const;

function directoryOf(
  counts: StoredCounts & TenantCounts,
): Overview['directory'] {
  return {
    total: counts.people,
    inScope: inScopeStates.map(state => ({
      state,
      count: counts.states[state],
    })),
    leftOut: counts.leftOut.map(({ scopeClass, count }) => ({
      scopeClass: scopeClassSchema.parse(scopeClass),
      count,
    })),
  };
}

/** Each rule with what it does, in the order in which they are asked. */
function scopeRulesOf(
  counts: TenantCounts | null,
  { scopeRules = [] }: RuleSettings,
): Overview['scopeRules'] {
  return (counts?.scopeRules ?? []).flatMap(counted => {
    const rule = scopeRules.find(({ name }) => name === counted.name);
    return rule ? [{ ...rule, ...counted }] : [];
  });
}

function cisOf(counts: TenantCounts | null): Overview['cis'] {
  const cis = counts?.cis ?? null;
  return (
    cis && {
      ...cis,
      permille: coverageOf(cis.capable, cis.members - cis.capable, 0).permille,
    }
  );
}

/** Who else may be privileged is not known while roles are not: then no target counts as met or missed. */
function privilegedOf(
  { privileged, roles }: TenantCounts,
  targetPermille: number,
  stale: boolean,
): Overview['privileged'] {
  return (
    privileged && {
      people: privileged.people,
      coverage: toCoverage(
        privileged,
        targetPermille,
        stale || !allRolesKnown(roles),
      ),
      tiers: privileged.tiers as NonNullable<Overview['privileged']>['tiers'],
      noTier: privileged.noTier,
      disabledWithRole: privileged.disabledWithRole ?? 0,
    }
  );
}
