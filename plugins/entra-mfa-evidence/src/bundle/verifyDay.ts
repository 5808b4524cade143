import { fingerprintOf } from '../canonicalJson';
import { snapshotStatementSchema, type EvidenceType } from '../items';
import { must, type BundleChecks } from './BundleChecks';
import { differenceOfOscal } from './differenceOfOscal';
import { itemSchemaOf } from './itemSchemaOf';
import { differenceOf, recountPeople } from './recountPeople';
import { oscalFile, settingsFile, type Manifest } from './types';

/** Checks what a bundle of a day says of its snapshot. */
export async function verifyDay(
  of: BundleChecks,
  manifest: Manifest | null,
): Promise<void> {
  const statement = await of.check('snapshot.json is in the log', async () => {
    const found = await of.readJson('snapshot.json', snapshotStatementSchema);
    await of.inLog('snapshot.json', 'snapshot');
    return found;
  });
  const bodies: Partial<Record<EvidenceType, unknown>> = {};
  for (const type of Object.keys(statement?.items ?? {})) {
    const file = `evidence/${type}.json`;
    await of.check(`${file} is in the log`, async () => {
      const schema = itemSchemaOf(type, statement!.tenant);
      await of.inLog(file, type);
      bodies[type as EvidenceType] = (await of.readJson(file, schema)).body;
    });
  }
  await of.check(
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
      must(
        of.namesIn('evidence').length === Object.keys(statement.items).length,
        'there is evidence that it does not name',
      );
    },
  );
  if (of.has(oscalFile)) {
    await of.check(
      'what OSCAL says of controls is what was found',
      async () => {
        const why = differenceOfOscal(
          JSON.parse((await of.read(oscalFile)).toString('utf8')),
          bodies,
        );
        must(why === null, why ?? '');
      },
    );
  }
  if (of.has(settingsFile)) {
    await of.check(
      'the settings are those that the snapshot names',
      async () => {
        must(statement !== null, 'the snapshot does not hold');
        const text = (await of.read(settingsFile)).toString('utf8');
        must(fingerprintOf(text) === statement.settings, 'they are others');
      },
    );
  }
  if (of.has('people.ndjson')) {
    await of.check(
      'the figures are those of a recount of everybody',
      async () => {
        const counted = await recountPeople(of.pieces('people.ndjson'));
        const why = differenceOf(counted, bodies);
        must(why === null, why ?? '');
      },
    );
  }
}
