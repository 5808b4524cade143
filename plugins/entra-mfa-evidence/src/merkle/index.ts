export { emptyRoot, leafHash, nodeHash } from './hashes';
export { proveConsistency, proveInclusion, rootOf } from './prove';
export type { ReadNode } from './prove';
export { addLeaves, readNodeOfTiles } from './tiles';
export type { ReadTile, Tile } from './tiles';
export { verifyConsistency, verifyInclusion } from './verify';
