import { z } from 'zod';
import { canonicalJson } from '../canonicalJson';
import { fingerprint } from '../shared';
import {
  openCheckpoint,
  openEnvelope,
  openTimestamp,
  parseCheckpoint,
  parseVerifierKey,
  type Envelope,
} from '../signatures';
import {
  BundleChecks,
  must,
  type BundleCheck,
  type BundleReader,
} from './BundleChecks';
import {
  assessmentFile,
  checkpointFile,
  manifestType,
  timestampFile,
} from './types';
import { verifyAssessment } from './verifyAssessment';
import { verifyDay } from './verifyDay';

const ofBoth = {
  version: z.literal(1),
  tenant: z.string(),
  timestampAuthority: z.string().optional(),
  files: z.record(z.string(), fingerprint),
};
const manifestSchema = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('entra-mfa-bundle'),
    ...ofBoth,
    snapshot: z.number(),
    at: z.string(),
    named: z.boolean(),
    pseudonymKey: z.string().nullable(),
  }),
  z.strictObject({
    format: z.literal('entra-mfa-assessment-bundle'),
    ...ofBoth,
    assessment: z.number(),
    from: z.string(),
    to: z.string(),
    state: z.string(),
  }),
]);
const envelopeSchema = z.strictObject({
  payload: z.base64(),
  payloadType: z.literal(manifestType),
  signatures: z.tuple([z.strictObject({ keyid: z.string(), sig: z.base64() })]),
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

/**
 * Checks everything of a bundle that can be checked without the portal: that its files are those of the manifest and
 * nobody added or changed one, that the key signed it and the checkpoint, that what was found is in the log, that OSCAL
 * says the same of controls, and that figures and days add up.
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
  const of = new BundleChecks(reader);

  const manifest = await of.check(
    'the files are those of the manifest',
    async () => {
      const found = await of.readJson('manifest.json', manifestSchema);
      const named = [...Object.keys(found.files), 'manifest.json'];
      if (of.has('manifest.dsse.json')) {
        named.push('manifest.dsse.json');
      }
      if (of.has(timestampFile)) {
        named.push(timestampFile);
      }
      must(
        [...of.names].sort().join('\n') === named.sort().join('\n'),
        'a file is missing, added or there twice',
      );
      for (const [name, sum] of Object.entries(found.files)) {
        must((await of.sumOf(name)) === sum, `${name} was changed`);
      }
      return found;
    },
  );

  const isOfAssessment = manifest
    ? manifest.format === 'entra-mfa-assessment-bundle'
    : of.has(assessmentFile);
  const signedManifest = 'the manifest is signed by the key';
  const signedLog = 'the checkpoint of the log is signed by the key';
  if (signedBy === null) {
    of.skip(signedManifest, 'give the key');
  } else {
    await of.check(signedManifest, async () => {
      const envelope: Envelope = await of.readJson(
        'manifest.dsse.json',
        envelopeSchema,
      );
      const payload = openEnvelope(envelope, [signedBy.publicKey]);
      must(
        envelope.signatures[0].keyid === signedBy.name &&
          (await of.read('manifest.dsse.json')).equals(envelopeBytes(envelope)),
        'the signature was changed',
      );
      must(
        (await of.read('manifest.json')).equals(payload),
        'another manifest was signed',
      );
    });
  }
  const note = async () => (await of.read(checkpointFile)).toString('utf8');
  if (isOfAssessment && !of.has(checkpointFile)) {
    // Of a period of which nothing was on record; whether it is so is checked with the evidence.
  } else if (signedBy === null) {
    of.skip(signedLog, 'give the key');
    of.log = await of.check('the checkpoint of the log can be read', async () =>
      parseCheckpoint(await note()),
    );
  } else {
    of.log = await of.check(signedLog, async () =>
      openCheckpoint(await note(), key!),
    );
  }

  const stamped = 'a time stamp authority saw the manifest';
  if (of.has(timestampFile)) {
    await of.check(stamped, async () => {
      const last = of.has('manifest.dsse.json')
        ? 'manifest.dsse.json'
        : 'manifest.json';
      try {
        openTimestamp(await of.read(timestampFile), await of.read(last));
      } catch (error) {
        must(!(error instanceof TypeError), (error as Error).message);
        throw error;
      }
    });
  } else if (manifest?.timestampAuthority !== undefined) {
    of.skip(stamped, 'it gave no time stamp when the bundle was made');
  }

  if (isOfAssessment) {
    await verifyAssessment(
      of,
      manifest?.format === 'entra-mfa-assessment-bundle' ? manifest : null,
    );
  } else {
    await verifyDay(
      of,
      manifest?.format === 'entra-mfa-bundle' ? manifest : null,
    );
  }
  return of.checks;
}
