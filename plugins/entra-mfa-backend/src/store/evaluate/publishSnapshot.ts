import type { Knex } from 'knex';
import { addChangeTotals } from './addChangeTotals';
import { closePersonChanges } from './closePersonChanges';
import { appendEvidence, type Findings } from '../evidence/appendEvidence';
import { holdRun, type Fence } from '../run/fence';
import { closeHold } from '../hold/closeHold';
import type { AssessedTable } from './insertAssessed';
import { eachKeyIn } from '../sql/eachKeyIn';
import type { Keys } from '../../packed/Keys';
import {
  STILL_TRUE,
  type RunRow,
  type SnapshotRow,
  type StageRow,
  type TenantRow,
} from '../sql/tables';

/** Rows of the snapshot before that are no longer true, by what they are about. */
export interface Replaced {
  person: Keys;
  /** Object ids: all rows of the person are replaced. */
  person_team: Keys;
  /** Object ids: all rows of the person are replaced. */
  person_role: Keys;
  person_entity: Keys;
  team: Keys;
  /** Team refs: all rows of the team are replaced. */
  team_lead: Keys;
  coverage: Keys;
  entra_group: Keys;
  'catalog-user': Keys;
  'report-row': Keys;
  owned_entity: Keys;
  owner_set: Keys;
  owner_coverage: Keys;
}

/**
 * Makes everything that was written under a snapshot visible, and closes what it replaces, in one
 * transaction: the moment at which the tenant's figure changes.
 */
export async function publishSnapshot(
  knex: Knex,
  fence: Fence,
  snapshot: Omit<SnapshotRow, 'tenant_id' | 'run'>,
  replaced: Replaced,
  options: {
    displayName: string | null;
    now: Date;
    findings: Findings;
    /** What else is written with it, once all of it is as it will be seen; what goes on record of it. */
    also?(trx: Knex.Transaction): Promise<Findings>;
  },
): Promise<void> {
  const { tenantId, run } = fence;
  const { displayName, now, findings, also } = options;
  const number = snapshot.snapshot;
  const of = { tenantId, number };

  await knex.transaction(async trx => {
    await holdRun(trx, fence);
    await close(trx, of, 'person', 'object_id', replaced.person);
    await close(trx, of, 'person_team', 'object_id', replaced.person_team);
    await close(trx, of, 'person_role', 'object_id', replaced.person_role);
    await close(trx, of, 'person_entity', 'object_id', replaced.person_entity);
    await close(trx, of, 'team', 'team_ref', replaced.team);
    await close(trx, of, 'team_lead', 'team_ref', replaced.team_lead);
    await close(trx, of, 'coverage', 'team_ref', replaced.coverage);
    await close(trx, of, 'entra_group', 'group_id', replaced.entra_group);
    for (const kind of ['catalog-user', 'report-row'] as const) {
      const keys = replaced[kind];
      await close(trx, of, 'unmatched', 'unmatched_key', keys, { kind });
    }
    await close(trx, of, 'owned_entity', 'entity_ref', replaced.owned_entity);
    await close(trx, of, 'owner_set', 'owner_set', replaced.owner_set);
    await close(
      trx,
      of,
      'owner_coverage',
      'owner_set',
      replaced.owner_coverage,
    );
    await closePersonChanges(trx, { tenantId, snapshot: number });
    await addChangeTotals(trx, { tenantId, snapshot: number });
    const row = { tenant_id: tenantId, run, ...snapshot };
    await trx<SnapshotRow>('snapshot').insert(row);
    await closeHold(trx, tenantId, snapshot);
    await trx<StageRow>('stage').where({ tenant_id: tenantId, run }).delete();
    await trx<TenantRow>('tenant')
      .where({ tenant_id: tenantId })
      .update({
        last_snapshot: number,
        last_run_published: run,
        ...(displayName === null ? {} : { display_name: displayName }),
      });
    await trx<RunRow>('run').where({ tenant_id: tenantId, run }).update({
      state: 'published',
      snapshot: number,
      ended_at: now,
      problem: null,
    });
    await appendEvidence(trx, row, { ...findings, ...(await also?.(trx)) });
  });
}

/** Ends the rows of the given keys with the snapshot before that one. */
async function close(
  trx: Knex.Transaction,
  of: { tenantId: string; number: number },
  table: AssessedTable,
  column: string,
  keys: Keys,
  also: Record<string, string> = {},
) {
  await eachKeyIn(trx, column, keys, isOne =>
    trx(table)
      .where({ tenant_id: of.tenantId, to_snapshot: STILL_TRUE, ...also })
      .where('from_snapshot', '<', of.number)
      .where(isOne)
      .update({ to_snapshot: of.number }),
  );
}
