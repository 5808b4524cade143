import { createHash } from 'node:crypto';
import { z } from 'zod';
import { leafOf } from '../items';
import { verifyInclusion } from '../merkle';
import type { Checkpoint } from '../signatures';

/**
 * The files of a bundle, wherever they are.
 *
 * @public
 */
export interface BundleReader {
  /** As often as they are there. */
  names: readonly string[];
  /** The bytes of one of them. */
  read(name: string): AsyncIterable<Uint8Array>;
}

/**
 * Something that was checked.
 *
 * @public
 */
export interface BundleCheck {
  /** In words. */
  what: string;
  /** Null where it could not be checked. */
  holds: boolean | null;
  /** What is wrong; null where nothing is. */
  why: string | null;
}

/** No file but that of people is larger. */
const MOST_BYTES = 64_000_000;

const inclusionSchema = z.strictObject({
  file: z.string(),
  leaf: z.number(),
  size: z.number(),
  proof: z.array(z.string()),
});

/** What is wrong with a bundle, in words. */
class Wrong extends Error {}

/** @throws Wrong, which says in words what is wrong */
export function must(condition: boolean, why: string): asserts condition {
  if (!condition) {
    throw new Wrong(why);
  }
}

/** Checks the files of one bundle, one thing after the other. */
export class BundleChecks {
  readonly #reader: BundleReader;
  readonly #names: ReadonlySet<string>;
  readonly checks: BundleCheck[] = [];
  /** The state of the log that all proofs are about; null where it does not hold. */
  log: Checkpoint | null = null;

  constructor(reader: BundleReader) {
    this.#reader = reader;
    this.#names = new Set(reader.names);
  }

  get names(): readonly string[] {
    return this.#reader.names;
  }

  /** The files of a folder, in order. */
  namesIn(folder: string): string[] {
    return this.names.filter(one => one.startsWith(`${folder}/`)).sort();
  }

  /** Null where it does not hold. */
  async check<T>(what: string, run: () => Promise<T>): Promise<T | null> {
    try {
      const result = await run();
      this.checks.push({ what, holds: true, why: null });
      return result;
    } catch (error) {
      const { message } = error as Error;
      const why = error instanceof Wrong ? message : `it is broken: ${message}`;
      this.checks.push({ what, holds: false, why });
      return null;
    }
  }

  skip(what: string, why: string): void {
    this.checks.push({ what, holds: null, why });
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  pieces(name: string): AsyncIterable<Uint8Array> {
    return this.#reader.read(name);
  }

  async read(name: string): Promise<Buffer> {
    must(this.has(name), `${name} is missing`);
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of this.pieces(name)) {
      length += part.length;
      must(length <= MOST_BYTES, `${name} is too large`);
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  async readJson<T>(name: string, schema: z.ZodType<T>): Promise<T> {
    return schema.parse(JSON.parse((await this.read(name)).toString('utf8')));
  }

  /** SHA-256 in hexadecimal. */
  async sumOf(name: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const part of this.pieces(name)) {
      hash.update(part);
    }
    return hash.digest('hex');
  }

  /**
   * That a file is in the log, by the proof of that name.
   *
   * @returns the fingerprint of the file
   */
  async inLog(file: string, name: string): Promise<string> {
    const { log } = this;
    must(log !== null, 'the checkpoint does not hold');
    const { leaf, size, proof, ...at } = await this.readJson(
      `log/inclusion/${name}.json`,
      inclusionSchema,
    );
    must(at.file === file, `the proof is of ${at.file}`);
    must(size === log.size, 'the proof is of another state of the log');
    const sum = await this.sumOf(file);
    must(
      verifyInclusion({
        leaf: leafOf(sum),
        index: leaf,
        size,
        root: log.root,
        proof: proof.map(hash => Buffer.from(hash, 'base64')),
      }),
      'the log has something else at this place',
    );
    return sum;
  }
}
