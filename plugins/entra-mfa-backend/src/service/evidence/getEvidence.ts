import type { Evidence } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import { readCheckpoint, readHeld } from '../../store/evidence/readEvidence';
import { readTimes } from '../../store/asOf/readTimes';
import type { QueryOf, ReadContext } from '../types';
import { toCheckpoint } from './toCheckpoint';

/** What was found of a tenant at a snapshot, and the log in which it is on record. */
export async function getEvidence(
  {
    knex,
    snapshots,
    evidence,
  }: Pick<ReadContext, 'knex' | 'snapshots'> & { evidence: EvidenceLogs },
  query: QueryOf<'getEvidence'>,
): Promise<Evidence> {
  const tenantId = (await snapshots.tenantOf(query.tenant)) ?? '';
  const log = { origin: evidence.originOf(tenantId), key: evidence.key };
  return snapshots.readCounts(query, async found => {
    if (!found) {
      return { ...log, checkpoint: null, items: [] };
    }
    const { number } = found.snapshot;
    const [checkpoint, held] = await Promise.all([
      readCheckpoint(knex, tenantId, { snapshot: number }),
      readHeld(knex, found.view),
    ]);
    const times = await readTimes(
      knex,
      tenantId,
      held.map(item => item.from_snapshot),
    );
    return {
      ...log,
      checkpoint: checkpoint ? toCheckpoint(checkpoint) : null,
      items: held.map(({ type, fingerprint, leaf, from_snapshot: from }) => ({
        type,
        fingerprint,
        leaf,
        since: times.get(from)!.toISOString(),
        snapshots: number - from + 1,
      })),
    };
  });
}
