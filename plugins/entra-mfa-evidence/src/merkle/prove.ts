import { emptyRoot, nodeHash } from './hashes';

/** The leaves from one on and up to another, which is not among them. */
type Range = readonly [from: number, to: number];

/**
 * Gives the hash over 2^`level` leaves, of which the first is leaf `index` × 2^`level`. All of them are in the tree.
 *
 * @public
 */
export type ReadNode = (level: number, index: number) => Promise<Uint8Array>;

/** The largest power of two below a number greater than one. */
function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) {
    power *= 2;
  }
  return power;
}

async function hashOf([from, to]: Range, read: ReadNode): Promise<Uint8Array> {
  const size = to - from;
  const level = Math.log2(size);
  if (Number.isInteger(level)) {
    return read(level, from / size);
  }
  const middle = from + splitOf(size);
  return nodeHash(
    await hashOf([from, middle], read),
    await hashOf([middle, to], read),
  );
}

function refuseOutside(condition: boolean, message: string) {
  if (!condition) {
    throw new RangeError(message);
  }
}

/**
 * The root of the first `size` leaves.
 *
 * @public
 */
export async function rootOf(
  size: number,
  read: ReadNode,
): Promise<Uint8Array> {
  return size === 0 ? emptyRoot() : hashOf([0, size], read);
}

/**
 * What proves that a leaf is in the tree of the first `size` leaves (RFC 9162, 2.1.3.1).
 *
 * @throws RangeError where there is no such leaf.
 *
 * @public
 */
export async function proveInclusion(
  index: number,
  size: number,
  read: ReadNode,
): Promise<Uint8Array[]> {
  refuseOutside(
    index >= 0 && index < size,
    `The tree has ${size} leaves and none with the index ${index}`,
  );
  const proof: Uint8Array[] = [];
  let [from, to]: Range = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      proof.unshift(await hashOf([middle, to], read));
      to = middle;
    } else {
      proof.unshift(await hashOf([from, middle], read));
      from = middle;
    }
  }
  return proof;
}

/**
 * What proves that the tree of the first `size2` leaves begins with that of the first `size1` (RFC 9162, 2.1.4.1).
 *
 * @throws RangeError where the first is empty or the larger one.
 *
 * @public
 */
export async function proveConsistency(
  size1: number,
  size2: number,
  read: ReadNode,
): Promise<Uint8Array[]> {
  refuseOutside(
    size1 > 0 && size1 <= size2,
    `Nothing proves that ${size2} leaves begin with ${size1}`,
  );
  const proof: Uint8Array[] = [];
  let [from, to]: Range = [0, size2];
  while (size1 !== to) {
    const middle = from + splitOf(to - from);
    if (size1 <= middle) {
      proof.unshift(await hashOf([middle, to], read));
      to = middle;
    } else {
      proof.unshift(await hashOf([from, middle], read));
      from = middle;
    }
  }
  // What the earlier tree is itself is not said again.
  return from === 0 ? proof : [await hashOf([from, to], read), ...proof];
}
