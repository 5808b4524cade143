import { formatCheckpoint } from '@entra-mfa/evidence';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import type { EvidenceCheckpointRow } from '../../store/sql/tables';

/** A state of a log as a note: signed, or without a signature. */
export function noteOf(
  { note, tenant_id: tenantId, size, root }: EvidenceCheckpointRow,
  evidence: EvidenceLogs,
): string {
  return (
    note ??
    formatCheckpoint({
      origin: evidence.originOf(tenantId),
      size,
      root: Buffer.from(root, 'hex'),
    })
  );
}
