import type { Drill } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { toDate } from '../../store/sql/instant';
import type { BreakGlassDrillRow } from '../../store/sql/tables';

/** A drill as the contract tells it. */
export function toDrill(row: BreakGlassDrillRow): Drill {
  return {
    on: row.held_on,
    note: row.note,
    recordedBy: row.recorded_by,
    recordedAt: toDate(row.recorded_at).toISOString(),
  };
}
