import { HASH_LENGTH, isSame, nodeHash } from './hashes';

const isSize = (value: number) => Number.isSafeInteger(value) && value >= 0;
const isOdd = (value: number) => value % 2 === 1;
const half = (value: number) => Math.floor(value / 2);

const areHashes = (hashes: readonly Uint8Array[]) =>
  hashes.every(hash => hash.length === HASH_LENGTH);

/**
 * Whether a leaf is at its place in a tree (RFC 9162, 2.1.3.2). False, too, for whatever is no proof: a wrong length, a
 * leaf beyond the tree, a hash too many.
 *
 * @public
 */
export function verifyInclusion(options: {
  leaf: Uint8Array;
  index: number;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}): boolean {
  const { leaf, index, size, root, proof } = options;
  if (!isSize(index) || !isSize(size) || index >= size) {
    return false;
  }
  if (!areHashes([leaf, ...proof])) {
    return false;
  }
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) {
      return false;
    }
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && isSame(hash, root);
}

/**
 * Whether a tree begins with all of an earlier one, in its order (RFC 9162, 2.1.4.2). An earlier tree without a leaf
 * proves nothing, so nothing is consistent with it.
 *
 * @public
 */
export function verifyConsistency(options: {
  size1: number;
  size2: number;
  root1: Uint8Array;
  root2: Uint8Array;
  proof: readonly Uint8Array[];
}): boolean {
  const { size1, size2, root1, root2, proof } = options;
  if (!isSize(size1) || !isSize(size2) || size1 === 0 || size1 > size2) {
    return false;
  }
  if (size1 === size2) {
    return proof.length === 0 && isSame(root1, root2);
  }
  if (proof.length === 0 || !areHashes(proof)) {
    return false;
  }
  let node = size1 - 1;
  let last = size2 - 1;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  // A tree of a power of two is a node of the later one: its root is known and not said again.
  const [first, ...rest] = node === 0 ? [root1, ...proof] : proof;
  let hash1 = first;
  let hash2 = first;
  for (const sibling of rest) {
    if (last === 0) {
      return false;
    }
    if (isOdd(node) || node === last) {
      hash1 = nodeHash(sibling, hash1);
      hash2 = nodeHash(sibling, hash2);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash2 = nodeHash(hash2, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && isSame(hash1, root1) && isSame(hash2, root2);
}
