import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonicalJson';
import { signEnvelope } from '../signatures';
import { readmeOf } from './readmeOf';
import {
  manifestType,
  timestampFile,
  type BundleContent,
  type BundleFile,
  type BundleInclusion,
  type BundlePerson,
  type Manifest,
} from './types';
import { verifyScript } from './verifyScript';

const utf8 = (text: string) => Buffer.from(text, 'utf8');

function inclusionJson(file: string, { leaf, size, proof }: BundleInclusion) {
  return canonicalJson({
    file,
    leaf,
    size,
    proof: proof.map(hash => Buffer.from(hash).toString('base64')),
  });
}

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
  const { statement, items, signer, timestamps } = content;
  const files: Record<string, string> = {};
  const whole = (name: string, bytes: Uint8Array): BundleFile => {
    files[name] = createHash('sha256').update(bytes).digest('hex');
    return { name, content: bytes };
  };
  yield whole('README.txt', utf8(readmeOf(content)));
  yield whole('verify.sh', utf8(verifyScript));
  yield whole('snapshot.json', canonicalJson(statement));
  for (const { item } of items) {
    yield whole(`evidence/${item.type}.json`, canonicalJson(item));
  }
  for (const { name, content: bytes } of content.more) {
    yield whole(name, bytes);
  }
  yield whole('log/checkpoint', utf8(content.checkpoint));
  yield whole(
    'log/inclusion/snapshot.json',
    inclusionJson('snapshot.json', content.statementAt),
  );
  for (const { item, at } of items) {
    yield whole(
      `log/inclusion/${item.type}.json`,
      inclusionJson(`evidence/${item.type}.json`, at),
    );
  }
  if (content.people) {
    const name = 'people.ndjson';
    const hash = createHash('sha256');
    yield {
      name,
      content: linesOf(content.people, bytes => hash.update(bytes)),
    };
    files[name] = hash.digest('hex');
  }
  const manifest: Manifest = {
    format: 'entra-mfa-bundle',
    version: 1,
    tenant: statement.tenant,
    snapshot: statement.snapshot,
    at: statement.at,
    named: content.named,
    pseudonymKey: content.pseudonymKey,
    ...(timestamps && { timestampAuthority: timestamps.authority }),
    files,
  };
  const bytes = canonicalJson(manifest);
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
