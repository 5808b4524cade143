import {
  breakGlassCheckIds,
  type BreakGlass,
  type BreakGlassAccount,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  breakGlassFindings,
  assessBreakGlass,
} from '../../assess/breakGlass/assessBreakGlass';
import { mostUsedKind } from '../../assess/breakGlass/methodKind';
import { tallyOf } from '../../assess/breakGlass/tallyOf';
import { defaultDrillDays, type RuleSettings } from '../../assess/types';
import { readDrills } from '../../store/breakGlass/readDrills';
import { readIdsElsewhere } from '../../store/read/readIdsElsewhere';
import { readPrivilegedMethods } from '../../store/read/readPrivilegedMethods';
import { toSnapshotRef } from '../figures';
import { readTenantRefs } from '../readTenantRefs';
import type { Found } from '../Snapshots';
import { timeOf } from '../timeOf';
import type { QueryOf, ReadContext } from '../types';
import { readAccounts } from './readAccounts';
import { toDrill } from './toDrill';

/** The register: each configured account with its checks, as of a snapshot. */
export async function getBreakGlass(
  context: ReadContext,
  query: QueryOf<'getBreakGlass'>,
  names: BreakGlass['names'],
): Promise<BreakGlass> {
  const { config, clock, snapshots } = context;
  const tenantId = await snapshots.tenantOf(query.tenant);
  const tenants = await readTenantRefs(context);
  const now = clock.now();
  const past = query.at === undefined ? null : timeOf(query.at, now);

  return snapshots.read(query, async found => {
    const settings: RuleSettings = found
      ? JSON.parse(found.snapshot.settings)
      : config.rules;
    const accounts = found
      ? await assessAccounts(context, found, settings, { now, past })
      : [];
    const outcomes = accounts.map(({ outcome }) => outcome);
    return {
      tenant: tenants.find(({ id }) => id === tenantId) ?? null,
      snapshot: found && toSnapshotRef(found.snapshot),
      drillDays: settings.drillDays ?? defaultDrillDays,
      configured: accounts.length,
      outcomes: tallyOf(outcomes),
      checks: breakGlassCheckIds.map(check => ({
        check,
        ...tallyOf(
          accounts.flatMap(({ checks }) =>
            checks.filter(one => one.check === check).map(one => one.outcome),
          ),
        ),
      })),
      findings: found ? breakGlassFindings(outcomes) : [],
      names,
      accounts: names === 'visible' ? accounts : [],
    };
  });
}

async function assessAccounts(
  context: ReadContext,
  { snapshot, view }: Found,
  settings: RuleSettings,
  { now, past }: { now: Date; past: Date | null },
): Promise<BreakGlassAccount[]> {
  const { knex, config } = context;
  const { tenantId } = view;
  const others = config.tenants
    .map(tenant => tenant.tenantId)
    .filter(id => id !== tenantId);
  const configured = [...new Set(settings.breakGlassIds)];
  const [accounts, elsewhere, methods, drills] = await Promise.all([
    readAccounts(knex, tenantId, snapshot, configured),
    readIdsElsewhere(knex, others, configured),
    readPrivilegedMethods(knex, view),
    readDrills(knex, tenantId, past),
  ]);
  const dailyKind = mostUsedKind(methods);
  const today = (past ?? now).toISOString().slice(0, 10);
  const drillDays = settings.drillDays ?? defaultDrillDays;
  return accounts
    .filter(({ id, user }) => user !== null || !elsewhere.has(id))
    .map(({ id, user, ...facts }) => {
      const own = drills.filter(({ object_id }) => object_id === id);
      const lastDrill = own[0]?.held_on ?? null;
      return {
        id,
        displayName: user?.displayName ?? null,
        userPrincipalName: user?.userPrincipalName ?? null,
        ...assessBreakGlass({
          ...facts,
          user,
          dailyKind,
          lastDrill,
          today,
          drillDays,
        }),
        drills: own.map(toDrill),
      };
    });
}
