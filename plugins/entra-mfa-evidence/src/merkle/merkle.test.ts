import fc from 'fast-check';
import consistency from '../conformance/consistency.json';
import hashes from '../conformance/rfc6962-hash-vectors.json';
import inclusion from '../conformance/inclusion.json';
import {
  addLeaves,
  emptyRoot,
  leafHash,
  nodeHash,
  proveConsistency,
  proveInclusion,
  ReadTile,
  readNodeOfTiles,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '.';

const bytes = (base64: string | null) => Buffer.from(base64 ?? '', 'base64');
const utf8 = (text?: string) => Buffer.from(text ?? '', 'utf8');

/** A log in memory, which grows by what is added at a time. */
class Log {
  readonly #tiles = new Map<string, Uint8Array>();
  size = 0;

  readTile: ReadTile = async (level, index) =>
    this.#tiles.get(`${level}/${index}`) ?? null;

  read = readNodeOfTiles(this.readTile);

  async add(leaves: readonly Uint8Array[]) {
    for (const tile of await addLeaves(this.size, leaves, this.readTile)) {
      this.#tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
    }
    this.size += leaves.length;
  }

  damage(name: string, change: (hashes: Uint8Array) => Uint8Array) {
    this.#tiles.set(name, change(this.#tiles.get(name)!));
  }
}

const leafAt = (index: number) => leafHash(utf8(`leaf ${index}`));
const leavesFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, place) => leafAt(from + place));

/** The root as RFC 9162 defines it, over all leaves at once. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length < 2) {
    return leaves[0] ?? emptyRoot();
  }
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(
    rootByDefinition(leaves.slice(0, split)),
    rootByDefinition(leaves.slice(split)),
  );
}

describe('the published vectors', () => {
  it.each(hashes.vectors)('$desc', vector => {
    const made = {
      emptyRoot: () => emptyRoot(),
      leaf: () => leafHash(utf8(vector.input_utf8)),
      node: () => nodeHash(utf8(vector.left_utf8), utf8(vector.right_utf8)),
    }[vector.op]!();
    expect(Buffer.from(made).toString('hex')).toBe(vector.want);
  });

  it('are all there', () => {
    expect([inclusion.length, consistency.length]).toEqual([98, 98]);
  });

  it.each(inclusion)('$file', vector => {
    const isProved = verifyInclusion({
      leaf: bytes(vector.leafHash),
      index: vector.leafIdx,
      size: vector.treeSize,
      root: bytes(vector.root),
      proof: (vector.proof ?? []).map(bytes),
    });
    expect(isProved).toBe(!vector.wantErr);
  });

  it.each(consistency)('$file', vector => {
    const isProved = verifyConsistency({
      size1: vector.size1,
      size2: vector.size2,
      root1: bytes(vector.root1),
      root2: bytes(vector.root2),
      proof: (vector.proof ?? []).map(bytes),
    });
    expect(isProved).toBe(!vector.wantErr);
  });
});

describe('a log of tiles', () => {
  const growth = fc.array(fc.integer({ min: 0, max: 700 }), {
    minLength: 1,
    maxLength: 5,
  });

  it('has the root of its definition however it grew, and proves every leaf and every earlier size', async () => {
    await fc.assert(
      fc.asyncProperty(growth, fc.nat(), fc.nat(), async (steps, one, two) => {
        const log = new Log();
        for (const step of steps) {
          await log.add(leavesFrom(log.size, step));
        }
        const { size } = log;
        const root = await rootOf(size, log.read);
        expect(root).toEqual(rootByDefinition(leavesFrom(0, size)));
        fc.pre(size > 0);
        const index = one % size;
        const proof = await proveInclusion(index, size, log.read);
        const included = { leaf: leafAt(index), index, size, root, proof };
        expect(verifyInclusion(included)).toBe(true);
        expect(verifyInclusion({ ...included, leaf: leafAt(size + 1) })).toBe(
          false,
        );

        const size1 = 1 + (two % size);
        const consistent = {
          size1,
          size2: size,
          root1: await rootOf(size1, log.read),
          root2: root,
          proof: await proveConsistency(size1, size, log.read),
        };
        expect(verifyConsistency(consistent)).toBe(true);
        const rewritten = leavesFrom(0, size1);
        rewritten[one % size1] = leafAt(size + 1);
        const root1 = rootByDefinition(rewritten);
        expect(verifyConsistency({ ...consistent, root1 })).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps 256 hashes in a tile and one over them in the next', async () => {
    const tiles = await addLeaves(0, leavesFrom(0, 600), async () => null);
    expect(
      tiles.map(({ level, index, hashes: { length } }) => [
        ...[level, index],
        length / 32,
      ]),
    ).toEqual([
      [0, 0, 256],
      [0, 1, 256],
      [0, 2, 88],
      [1, 0, 2],
    ]);
    expect(Buffer.from(tiles[3].hashes.subarray(0, 32))).toEqual(
      rootByDefinition(leavesFrom(0, 256)),
    );
  });

  it('says that it is damaged rather than proving with what is left', async () => {
    const log = new Log();
    await log.add(leavesFrom(0, 300));
    log.damage('0/1', tile => tile.subarray(32));
    await expect(rootOf(300, log.read)).rejects.toThrow(
      'tile 1 of level 0 is too short',
    );
    await expect(log.add(leavesFrom(300, 1))).rejects.toThrow(
      'has 1376 bytes, and 1408 by its size',
    );
    await expect(
      rootOf(
        1,
        readNodeOfTiles(async () => null),
      ),
    ).rejects.toThrow('tile 0 of level 0 is missing');
  });

  it.each([
    [5, 5],
    [-1, 5],
    [0, 0],
  ])('proves no leaf %d of %d', async (index, size) => {
    const { read } = new Log();
    await expect(proveInclusion(index, size, read)).rejects.toThrow(RangeError);
  });

  it.each([
    [0, 5],
    [6, 5],
  ])('proves no growth from %d to %d', async (size1, size2) => {
    const { read } = new Log();
    await expect(proveConsistency(size1, size2, read)).rejects.toThrow(
      RangeError,
    );
  });
});
