import { NotFoundError } from '@backstage/errors';
import { fingerprintOf } from '@entra-mfa/evidence';
import type { EvidenceLeaf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import {
  readCheckpoint,
  readHeld,
  readItemOfLeaf,
  readSnapshotRow,
} from '../../store/evidence/readEvidence';
import { statementOf } from '../../store/evidence/statementOf';
import type { QueryOf, ReadContext } from '../types';
import { proveIn } from './proveIn';
import { requireState } from './requireState';
import { toCheckpoint } from './toCheckpoint';

/** What is at a place of a tenant's log, and the proof that it is. */
export async function getEvidenceLeaf(
  { knex, snapshots }: Pick<ReadContext, 'knex' | 'snapshots'>,
  params: { leaf: string },
  query: QueryOf<'getEvidenceLeaf'>,
): Promise<EvidenceLeaf> {
  const tenantId = await snapshots.tenantOf(query.tenant);
  const state = await requireState(knex, tenantId, query.size);
  const leaf = Number(params.leaf);
  if (leaf >= state.size) {
    throw new NotFoundError(
      `The log has ${state.size} leaves, from 0 on, and none with the number ${leaf}`,
    );
  }
  const proof = await proveIn(knex, state)(leaf);
  return {
    leaf,
    ...(await contentOf(knex, state.tenant_id, leaf)),
    checkpoint: toCheckpoint(state),
    proof: proof.map(hash => Buffer.from(hash).toString('base64')),
  };
}

/** A leaf is the statement of a snapshot where a state of the log ends with it; it is an item anywhere else. */
async function contentOf(
  knex: Knex,
  tenantId: string,
  leaf: number,
): Promise<Pick<EvidenceLeaf, 'kind' | 'fingerprint' | 'content'>> {
  const made = await readCheckpoint(knex, tenantId, { size: leaf + 1 });
  if (!made) {
    const item = await readItemOfLeaf(knex, tenantId, leaf);
    if (!item) {
      throw new NotFoundError(
        `What the leaf ${leaf} was of is deleted, and its fingerprint with it: the tenant was forgotten`,
      );
    }
    const { fingerprint, content } = item;
    return { kind: 'item', fingerprint, content: JSON.parse(content) };
  }
  const { snapshot, fingerprint } = made;
  const row = await readSnapshotRow(knex, tenantId, snapshot);
  const view = { tenantId, snapshot, newest: false };
  const content = row && statementOf(row, await readHeld(knex, view));
  // The number may be that of another snapshot by now, where the tenant was forgotten and connected again.
  const isSame = content && fingerprintOf(content) === fingerprint;
  return { kind: 'snapshot', fingerprint, content: isSame ? content : null };
}
