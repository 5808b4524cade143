import type { Knex } from 'knex';
import {
  STILL_TRUE,
  type ControlStatusRow,
  type ControlTestRow,
} from '../sql/tables';

/** A row without its tenant and its snapshots. */
type New<Row> = Omit<Row, 'tenant_id' | 'from_snapshot' | 'to_snapshot'>;

/** What a snapshot says of tests and of controls. */
export interface ControlRows {
  control_test: New<ControlTestRow>[];
  control_status: New<ControlStatusRow>[];
}

const keys = { control_test: 'test', control_status: 'control' } as const;

/** What of it is true now. */
export async function readControlsNow(
  knex: Knex,
  tenantId: string,
): Promise<{
  control_test: ControlTestRow[];
  control_status: ControlStatusRow[];
}> {
  const now = { tenant_id: tenantId, to_snapshot: STILL_TRUE };
  return {
    control_test: await knex<ControlTestRow>('control_test').where(now),
    control_status: await knex<ControlStatusRow>('control_status').where(now),
  };
}

/** Ends what is replaced with the snapshot before, and writes what is new. */
export async function writeControls<Table extends keyof ControlRows>(
  trx: Knex.Transaction,
  { tenantId, snapshot }: { tenantId: string; snapshot: number },
  table: Table,
  { written, replaced }: { written: ControlRows[Table]; replaced: string[] },
): Promise<void> {
  if (replaced.length > 0) {
    await trx(table)
      .where({ tenant_id: tenantId, to_snapshot: STILL_TRUE })
      .whereIn(keys[table], replaced)
      .update({ to_snapshot: snapshot });
  }
  if (written.length > 0) {
    await trx(table).insert(
      written.map(row => ({
        ...row,
        tenant_id: tenantId,
        from_snapshot: snapshot,
        to_snapshot: STILL_TRUE,
      })),
    );
  }
}
