import type { ReadTile, Tile } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type { EvidenceTileRow } from '../sql/tables';

/** The tiles of a tenant's log, each read once. */
export function readTilesOf(
  knex: Knex,
  tenantId: string,
): { read: ReadTile; put(tile: Tile): void } {
  const known = new Map<string, Uint8Array | null>();
  return {
    async read(level, tile) {
      const name = `${level}/${tile}`;
      let hashes = known.get(name);
      if (hashes === undefined) {
        const row = await knex<EvidenceTileRow>('evidence_tile')
          .where({ tenant_id: tenantId, level, tile })
          .first('hashes');
        hashes = row?.hashes ?? null;
        known.set(name, hashes);
      }
      return hashes;
    },
    put({ level, index, hashes }) {
      known.set(`${level}/${index}`, hashes);
    },
  };
}
