import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonicalJson';
import { readmeOf } from './readmeOf';
import { Seal, utf8 } from './Seal';
import {
  checkpointFile,
  type BundleContent,
  type BundleFile,
  type BundlePerson,
  type Manifest,
} from './types';
import { verifyScript } from './verifyScript';

async function* linesOf(
  people: AsyncIterable<readonly BundlePerson[]>,
  onBytes: (bytes: Uint8Array) => void,
) {
  for await (const some of people) {
    const lines = some.flatMap(person => [canonicalJson(person), utf8('\n')]);
    const bytes = Buffer.concat(lines);
    onBytes(bytes);
    yield bytes;
  }
}

/**
 * The files of a bundle, one after the other: the same bytes from the same content, but for a time stamp.
 *
 * @public
 */
export async function* bundleFiles(
  content: BundleContent,
): AsyncGenerator<BundleFile> {
  const { statement, items } = content;
  const seal = new Seal();
  yield seal.file('README.txt', utf8(readmeOf(content)));
  yield seal.file('verify.sh', utf8(verifyScript));
  yield seal.file('snapshot.json', canonicalJson(statement));
  for (const { item } of items) {
    yield seal.file(`evidence/${item.type}.json`, canonicalJson(item));
  }
  for (const { name, content: bytes } of content.more) {
    yield seal.file(name, bytes);
  }
  yield seal.file(checkpointFile, utf8(content.checkpoint));
  yield seal.proof('snapshot.json', 'snapshot', content.statementAt);
  for (const { item, at } of items) {
    yield seal.proof(`evidence/${item.type}.json`, item.type, at);
  }
  if (content.people) {
    const name = 'people.ndjson';
    const hash = createHash('sha256');
    yield {
      name,
      content: linesOf(content.people, bytes => hash.update(bytes)),
    };
    seal.sum(name, hash.digest('hex'));
  }
  const head: Omit<Manifest, 'files'> = {
    format: 'entra-mfa-bundle',
    version: 1,
    tenant: statement.tenant,
    snapshot: statement.snapshot,
    at: statement.at,
    named: content.named,
    pseudonymKey: content.pseudonymKey,
  };
  yield* seal.end(head, content);
}
