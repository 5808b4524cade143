import { InputError } from '@backstage/errors';
import { proveConsistency, readNodeOfTiles } from '@entra-mfa/evidence';
import type { EvidenceConsistency } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readTilesOf } from '../../store/evidence/readTilesOf';
import type { QueryOf, ReadContext } from '../types';
import { requireState } from './requireState';
import { toCheckpoint } from './toCheckpoint';

/** The proof that a tenant's log only grew between two of its states. */
export async function getEvidenceConsistency(
  { knex, snapshots }: Pick<ReadContext, 'knex' | 'snapshots'>,
  query: QueryOf<'getEvidenceConsistency'>,
): Promise<EvidenceConsistency> {
  const tenantId = await snapshots.tenantOf(query.tenant);
  const from = await requireState(knex, tenantId, query.from);
  const to = await requireState(knex, tenantId, query.to);
  if (from.size > to.size) {
    throw new InputError(
      `A log only grows: 'from' (${from.size}) should not be above 'to' (${to.size})`,
    );
  }
  const tiles = readTilesOf(knex, from.tenant_id);
  const proof = await proveConsistency(
    from.size,
    to.size,
    readNodeOfTiles(tiles.read),
  );
  return {
    from: toCheckpoint(from),
    to: toCheckpoint(to),
    proof: proof.map(hash => Buffer.from(hash).toString('base64')),
  };
}
