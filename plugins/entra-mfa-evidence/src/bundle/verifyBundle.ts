import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, fingerprintOf } from '../canonicalJson';
import {
  evidenceTypes,
  leafOf,
  snapshotStatementSchema,
  type EvidenceType,
} from '../items';
import { verifyInclusion } from '../merkle';
import {
  openCheckpoint,
  openEnvelope,
  openTimestamp,
  parseCheckpoint,
  parseVerifierKey,
  type Checkpoint,
  type Envelope,
} from '../signatures';
import { differenceOfOscal } from './differenceOfOscal';
import { recountPeople, differenceOf } from './recountPeople';
import { manifestType, oscalFile, settingsFile, timestampFile } from './types';

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
const MOST_BYTES = 4_000_000;

const hexadecimal = z.string().regex(/^[0-9a-f]{64}$/);
const manifestSchema = z.strictObject({
  format: z.literal('entra-mfa-bundle'),
  version: z.literal(1),
  tenant: z.string(),
  snapshot: z.number(),
  at: z.string(),
  named: z.boolean(),
  pseudonymKey: z.string().nullable(),
  timestampAuthority: z.string().optional(),
  files: z.record(z.string(), hexadecimal),
});
const envelopeSchema = z.strictObject({
  payload: z.base64(),
  payloadType: z.literal(manifestType),
  signatures: z.tuple([z.strictObject({ keyid: z.string(), sig: z.base64() })]),
});
const inclusionSchema = z.strictObject({
  file: z.string(),
  leaf: z.number(),
  size: z.number(),
  proof: z.array(z.string()),
});

/** Base64 can say the same bytes in several ways; there is one in which it is written. */
function envelopeBytes({ payload, signatures, ...rest }: Envelope) {
  const again = (base64: string) =>
    Buffer.from(base64, 'base64').toString('base64');
  return canonicalJson({
    ...rest,
    payload: again(payload),
    signatures: signatures.map(one => ({ ...one, sig: again(one.sig) })),
  });
}

/** What is wrong with a bundle, in words. */
class Wrong extends Error {}

function must(condition: boolean, why: string): asserts condition {
  if (!condition) {
    throw new Wrong(why);
  }
}

/**
 * Checks everything of a bundle that can be checked without the portal: that its files are those of the manifest and
 * nobody added or changed one, that the key signed it and the checkpoint, that what was found is in the log, that OSCAL
 * says the same of controls, and that the figures are those of a recount of everybody in it.
 *
 * @param key - the public key of the log in its one line; without it, it is not checked who signed
 *
 * @throws TypeError where the key is none.
 *
 * @public
 */
export async function verifyBundle(
  reader: BundleReader,
  key?: string,
): Promise<BundleCheck[]> {
  const signedBy = key === undefined ? null : parseVerifierKey(key);
  const checks: BundleCheck[] = [];
  async function check<T>(
    what: string,
    run: () => Promise<T>,
  ): Promise<T | null> {
    try {
      const result = await run();
      checks.push({ what, holds: true, why: null });
      return result;
    } catch (error) {
      const { message } = error as Error;
      const why = error instanceof Wrong ? message : `it is broken: ${message}`;
      checks.push({ what, holds: false, why });
      return null;
    }
  }
  const skip = (what: string, why: string) => {
    checks.push({ what, holds: null, why });
  };

  const has = (name: string) => reader.names.includes(name);
  const read = async (name: string): Promise<Buffer> => {
    must(has(name), `${name} is missing`);
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of reader.read(name)) {
      length += part.length;
      must(length <= MOST_BYTES, `${name} is too large`);
      parts.push(part);
    }
    return Buffer.concat(parts);
  };
  const readJson = async <T>(name: string, schema: z.ZodType<T>) =>
    schema.parse(JSON.parse((await read(name)).toString('utf8')));
  const sumOf = async (name: string) => {
    const hash = createHash('sha256');
    for await (const part of reader.read(name)) {
      hash.update(part);
    }
    return hash.digest('hex');
  };

  const manifest = await check(
    'the files are those of the manifest',
    async () => {
      const found = await readJson('manifest.json', manifestSchema);
      const named = [...Object.keys(found.files), 'manifest.json'];
      if (has('manifest.dsse.json')) {
        named.push('manifest.dsse.json');
      }
      if (has(timestampFile)) {
        named.push(timestampFile);
      }
      must(
        [...reader.names].sort().join('\n') === named.sort().join('\n'),
        'a file is missing, added or there twice',
      );
      for (const [name, sum] of Object.entries(found.files)) {
        must((await sumOf(name)) === sum, `${name} was changed`);
      }
      return found;
    },
  );

  const signedManifest = 'the manifest is signed by the key';
  const signedLog = 'the checkpoint of the log is signed by the key';
  let log: Checkpoint | null = null;
  if (signedBy === null) {
    skip(signedManifest, 'give the key');
    skip(signedLog, 'give the key');
    log = await check('the checkpoint of the log can be read', async () =>
      parseCheckpoint((await read('log/checkpoint')).toString('utf8')),
    );
  } else {
    await check(signedManifest, async () => {
      const envelope: Envelope = await readJson(
        'manifest.dsse.json',
        envelopeSchema,
      );
      const payload = openEnvelope(envelope, [signedBy.publicKey]);
      must(
        envelope.signatures[0].keyid === signedBy.name &&
          (await read('manifest.dsse.json')).equals(envelopeBytes(envelope)),
        'the signature was changed',
      );
      must(
        (await read('manifest.json')).equals(payload),
        'another manifest was signed',
      );
    });
    log = await check(signedLog, async () =>
      openCheckpoint((await read('log/checkpoint')).toString('utf8'), key!),
    );
  }

  const stamped = 'a time stamp authority saw the manifest';
  if (has(timestampFile)) {
    await check(stamped, async () => {
      const last = has('manifest.dsse.json')
        ? 'manifest.dsse.json'
        : 'manifest.json';
      try {
        openTimestamp(await read(timestampFile), await read(last));
      } catch (error) {
        must(!(error instanceof TypeError), (error as Error).message);
        throw error;
      }
    });
  } else if (manifest?.timestampAuthority !== undefined) {
    skip(stamped, 'it gave no time stamp when the bundle was made');
  }

  const inLog = async (file: string, name: string) => {
    must(log !== null, 'the checkpoint does not hold');
    const { leaf, size, proof, ...at } = await readJson(
      `log/inclusion/${name}.json`,
      inclusionSchema,
    );
    must(at.file === file, `the proof is of ${at.file}`);
    must(size === log.size, 'the proof is of another state of the log');
    must(
      verifyInclusion({
        leaf: leafOf(await sumOf(file)),
        index: leaf,
        size,
        root: log.root,
        proof: proof.map(hash => Buffer.from(hash, 'base64')),
      }),
      'the log has something else at this place',
    );
  };
  const statement = await check('snapshot.json is in the log', async () => {
    const found = await readJson('snapshot.json', snapshotStatementSchema);
    await inLog('snapshot.json', 'snapshot');
    return found;
  });
  const bodies: Partial<Record<EvidenceType, unknown>> = {};
  for (const type of Object.keys(statement?.items ?? {})) {
    const file = `evidence/${type}.json`;
    await check(`${file} is in the log`, async () => {
      must(type in evidenceTypes, 'this version does not know such evidence');
      const known = type as EvidenceType;
      const { body, version } = evidenceTypes[known];
      const item = z.object({
        type: z.literal(known),
        version: z.literal(version),
        tenant: z.literal(statement!.tenant),
        rulesVersion: z.string(),
        body: body as z.ZodType,
      });
      await inLog(file, type);
      bodies[known] = (await readJson(file, item)).body;
    });
  }
  await check(
    'the snapshot is that of the manifest, and names these files',
    async () => {
      must(statement !== null, 'the snapshot does not hold');
      must(manifest !== null, 'the manifest does not hold');
      must(
        ['tenant', 'snapshot', 'at'].every(
          one =>
            statement[one as keyof typeof statement] ===
            manifest[one as keyof typeof manifest],
        ),
        'the manifest is about another snapshot',
      );
      for (const [type, sum] of Object.entries(statement.items)) {
        const file = `evidence/${type}.json`;
        must(manifest.files[file] === sum, `${file} is not what it names`);
      }
      const evidence = reader.names.filter(one => one.startsWith('evidence/'));
      must(
        evidence.length === Object.keys(statement.items).length,
        'there is evidence that it does not name',
      );
    },
  );
  if (has(oscalFile)) {
    await check('what OSCAL says of controls is what was found', async () => {
      const why = differenceOfOscal(
        JSON.parse((await read(oscalFile)).toString('utf8')),
        bodies,
      );
      must(why === null, why ?? '');
    });
  }
  if (has(settingsFile)) {
    await check('the settings are those that the snapshot names', async () => {
      must(statement !== null, 'the snapshot does not hold');
      const text = (await read(settingsFile)).toString('utf8');
      must(fingerprintOf(text) === statement.settings, 'they are others');
    });
  }
  if (has('people.ndjson')) {
    await check('the figures are those of a recount of everybody', async () => {
      const counted = await recountPeople(reader.read('people.ndjson'));
      const why = differenceOf(counted, bodies);
      must(why === null, why ?? '');
    });
  }
  return checks;
}
