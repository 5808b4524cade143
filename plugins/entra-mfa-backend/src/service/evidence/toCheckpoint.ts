import type { EvidenceCheckpoint } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { toDate } from '../../store/sql/instant';
import type { EvidenceCheckpointRow } from '../../store/sql/tables';

export function toCheckpoint(row: EvidenceCheckpointRow): EvidenceCheckpoint {
  return {
    size: row.size,
    root: Buffer.from(row.root, 'hex').toString('base64'),
    snapshot: row.snapshot,
    at: toDate(row.at).toISOString(),
    note: row.note,
  };
}
