import { HASH_LENGTH, nodeHash } from './hashes';
import type { ReadNode } from './prove';

/** Levels of the tree in one tile: a whole one has 256 hashes. */
const TILE_HEIGHT = 8;
const TILE_WIDTH = 2 ** TILE_HEIGHT;

/**
 * One tile of a tree: up to 256 hashes of one level, one after the other (C2SP tlog-tiles). Level 0 has the hashes of
 * leaves; a hash of level n + 1 is over a whole tile of level n.
 *
 * @public
 */
export interface Tile {
  /** From 0, the leaves. */
  level: number;
  /** Its place among those of its level. */
  index: number;
  /** 32 bytes each. */
  hashes: Uint8Array;
}

/**
 * Gives a tile, or null where there is none.
 *
 * @public
 */
export type ReadTile = (
  level: number,
  index: number,
) => Promise<Uint8Array | null>;

/** The hash over all of a whole part of a tile. */
function foldHashes(hashes: Uint8Array): Uint8Array {
  if (hashes.length === HASH_LENGTH) {
    return hashes;
  }
  const middle = hashes.length / 2;
  return nodeHash(
    foldHashes(hashes.subarray(0, middle)),
    foldHashes(hashes.subarray(middle)),
  );
}

/**
 * The nodes of a tree that is kept as tiles.
 *
 * @throws Error where a tile is missing or too short: what is kept is damaged.
 *
 * @public
 */
export function readNodeOfTiles(readTile: ReadTile): ReadNode {
  return async (level, index) => {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const width = 2 ** (level % TILE_HEIGHT);
    const first = index * width;
    const tileIndex = Math.floor(first / TILE_WIDTH);
    const from = (first % TILE_WIDTH) * HASH_LENGTH;
    const to = from + width * HASH_LENGTH;
    const hashes = await readTile(tileLevel, tileIndex);
    if (!hashes || hashes.length < to) {
      throw new Error(
        `The log is damaged: tile ${tileIndex} of level ${tileLevel} is ${
          hashes ? `too short (${hashes.length} bytes)` : 'missing'
        }`,
      );
    }
    return foldHashes(hashes.subarray(from, to));
  };
}

/**
 * The tiles that change when leaves are added to a tree of `size` leaves, as they are then, from the leaves up.
 *
 * @throws Error where the tile to go on in is missing or has another length than the size demands.
 *
 * @public
 */
export async function addLeaves(
  size: number,
  leaves: readonly Uint8Array[],
  readTile: ReadTile,
): Promise<Tile[]> {
  const changed: Tile[] = [];
  let count = size;
  let added: readonly Uint8Array[] = leaves;
  for (let level = 0; added.length > 0; level += 1) {
    let index = Math.floor(count / TILE_WIDTH);
    let length = (count % TILE_WIDTH) * HASH_LENGTH;
    const begun = length === 0 ? null : await readTile(level, index);
    if (length > 0 && begun?.length !== length) {
      throw new Error(
        `The log is damaged: tile ${index} of level ${level} has ${
          begun?.length ?? 0
        } bytes, and ${length} by its size`,
      );
    }
    const above: Uint8Array[] = [];
    let parts: Uint8Array[] = begun ? [begun] : [];
    for (const [place, hash] of added.entries()) {
      parts.push(hash);
      length += HASH_LENGTH;
      const isWhole = length === TILE_WIDTH * HASH_LENGTH;
      if (isWhole || place === added.length - 1) {
        const hashes = Buffer.concat(parts);
        changed.push({ level, index, hashes });
        if (isWhole) {
          above.push(foldHashes(hashes));
          index += 1;
          length = 0;
          parts = [];
        }
      }
    }
    count = Math.floor(count / TILE_WIDTH);
    added = above;
  }
  return changed;
}
