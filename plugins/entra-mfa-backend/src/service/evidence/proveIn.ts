import { proveInclusion, readNodeOfTiles } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import { readTilesOf } from '../../store/evidence/readTilesOf';
import type { EvidenceCheckpointRow } from '../../store/sql/tables';

/** Proves that leaves are in a state of a log; each tile of it is read once. */
export function proveIn(knex: Knex, state: EvidenceCheckpointRow) {
  const tiles = readTilesOf(knex, state.tenant_id);
  const node = readNodeOfTiles(tiles.read);
  return (leaf: number) => proveInclusion(leaf, state.size, node);
}
