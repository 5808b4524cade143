import {
  breakGlassCheckIds,
  type BreakGlass,
  type BreakGlassAccount,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { breakGlassFindings } from '../../assess/breakGlass/assessBreakGlass';
import { tallyOf } from '../../assess/breakGlass/tallyOf';
import { defaultDrillDays, type RuleSettings } from '../../assess/types';
import { readRegister } from '../../evaluate/readRegister';
import { toSnapshotRef } from '../figures';
import { readTenantRefs } from '../readTenantRefs';
import type { Found } from '../Snapshots';
import { timeOf } from '../timeOf';
import type { QueryOf, ReadContext } from '../types';
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
  { knex, config }: ReadContext,
  found: Found,
  settings: RuleSettings,
  times: { now: Date; past: Date | null },
): Promise<BreakGlassAccount[]> {
  const others = config.tenants
    .map(tenant => tenant.tenantId)
    .filter(id => id !== found.view.tenantId);
  const accounts = await readRegister(knex, found, settings, {
    others,
    ...times,
  });
  return accounts.map(account => ({
    ...account,
    drills: account.drills.map(toDrill),
  }));
}
