import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonicalJson';
import { signEnvelope, type Signer } from '../signatures';
import {
  manifestType,
  timestampFile,
  type BundleFile,
  type BundleInclusion,
  type TimestampSource,
} from './types';

/** Text as bytes. */
export const utf8 = (text: string) => Buffer.from(text, 'utf8');

/** Sums up the files of a bundle, and makes what stands beside them. */
export class Seal {
  readonly #sums: Record<string, string> = {};

  /** A file whose bytes are there. */
  file(name: string, bytes: Uint8Array): BundleFile {
    this.sum(name, createHash('sha256').update(bytes).digest('hex'));
    return { name, content: bytes };
  }

  /** The proof that a file is in the log. */
  proof(
    file: string,
    name: string,
    { leaf, size, proof }: BundleInclusion,
  ): BundleFile {
    const hashes = proof.map(hash => Buffer.from(hash).toString('base64'));
    return this.file(
      `log/inclusion/${name}.json`,
      canonicalJson({ file, leaf, size, proof: hashes }),
    );
  }

  /** A file that was read piece by piece. */
  sum(name: string, sum: string): void {
    this.#sums[name] = sum;
  }

  /** The manifest, with who signs it and who says when. */
  async *end(
    head: object,
    by: { signer: Signer | null; timestamps: TimestampSource | null },
  ): AsyncGenerator<BundleFile> {
    const { signer, timestamps } = by;
    const bytes = canonicalJson({
      ...head,
      ...(timestamps && { timestampAuthority: timestamps.authority }),
      files: this.#sums,
    });
    yield { name: 'manifest.json', content: bytes };
    let last = bytes;
    if (signer) {
      const envelope = await signEnvelope(manifestType, bytes, signer);
      last = canonicalJson(envelope);
      yield { name: 'manifest.dsse.json', content: last };
    }
    const stamp = await timestamps?.stamp(last);
    if (stamp) {
      yield { name: timestampFile, content: stamp };
    }
  }
}
