import type { Knex } from 'knex';
import { assessBreakGlass } from '../assess/breakGlass/assessBreakGlass';
import { mostUsedKind } from '../assess/breakGlass/methodKind';
import { defaultDrillDays, type RuleSettings } from '../assess/types';
import type { Snapshot, SnapshotView } from '../store/asOf/types';
import { readDrills } from '../store/breakGlass/readDrills';
import { readIdsElsewhere } from '../store/read/readIdsElsewhere';
import { readPrivilegedMethods } from '../store/read/readPrivilegedMethods';
import type { BreakGlassDrillRow } from '../store/sql/tables';
import { readAccounts } from './readAccounts';

/**
 * Every configured break-glass account of a tenant with its checks, as of a snapshot.
 *
 * @param options - the other tenants that are read: an account of theirs is not missing here; and the past time that is
 *   looked at, if any
 */
export async function readRegister(
  knex: Knex,
  found: { view: SnapshotView; snapshot: Pick<Snapshot, 'dataSets'> },
  settings: RuleSettings,
  options: { others: readonly string[]; now: Date; past: Date | null },
) {
  const { view, snapshot } = found;
  const { tenantId } = view;
  const { others, now, past } = options;
  const configured = [...new Set(settings.breakGlassIds)];
  // One after the other: in a transaction, the database takes one statement at a time.
  const accounts = await readAccounts(knex, tenantId, snapshot, configured);
  const elsewhere = await readIdsElsewhere(knex, others, configured);
  const methods = await readPrivilegedMethods(knex, view);
  const drills = await readDrills(knex, tenantId, past);
  const dailyKind = mostUsedKind(methods);
  const today = (past ?? now).toISOString().slice(0, 10);
  const drillDays = settings.drillDays ?? defaultDrillDays;
  return accounts
    .filter(({ id, user }) => user !== null || !elsewhere.has(id))
    .map(({ id, user, ...facts }) => {
      const own: BreakGlassDrillRow[] = drills.filter(
        ({ object_id }) => object_id === id,
      );
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
        drills: own,
      };
    });
}
