import type { Knex } from 'knex';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import { readSignedSince } from '../../store/evidence/readEvidence';
import type { EvidenceCheckpointRow } from '../../store/sql/tables';

/**
 * The first signed state of a log that has all that one had, or that one where nobody signs. A signed state vouches for
 * all before it.
 */
export async function readVouching(
  { knex, evidence }: { knex: Knex; evidence: EvidenceLogs },
  made: EvidenceCheckpointRow,
): Promise<EvidenceCheckpointRow> {
  const { tenant_id: tenantId, size } = made;
  const readSigned = () => readSignedSince(knex, tenantId, size);
  let signed = await readSigned();
  // One that was not signed after its sync, as the portal was stopped, is now.
  if (!signed && evidence.signer) {
    await evidence.sign(tenantId);
    signed = await readSigned();
  }
  return signed ?? made;
}
