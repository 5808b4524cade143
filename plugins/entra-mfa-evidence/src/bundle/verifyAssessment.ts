import { fingerprintOf } from '../canonicalJson';
import {
  snapshotStatementSchema,
  type EvidenceBody,
  type SnapshotStatement,
} from '../items';
import {
  assessmentStatementSchema,
  controlFileSchema,
  type AssessmentStatement,
} from './assessmentSchemas';
import { must, type BundleChecks } from './BundleChecks';
import { differenceOfAssessedOscal } from './differenceOfAssessedOscal';
import { differenceOfControl } from './differenceOfControl';
import { differenceOfSteps } from './differenceOfSteps';
import { itemSchemaOf } from './itemSchemaOf';
import { assessmentFile, oscalFile, type AssessmentManifest } from './types';
import { z } from 'zod';

const nameOf = (file: string) => file.replace(/^[^/]+\/|\.json$/g, '');

/** Checks what a bundle of an assessment says of its period. */
export async function verifyAssessment(
  of: BundleChecks,
  manifest: AssessmentManifest | null,
): Promise<void> {
  const said = await of.check(
    'the assessment is that of the manifest, and its result has its fingerprint',
    async () => {
      const found = await of.readJson(
        assessmentFile,
        assessmentStatementSchema,
      );
      must(manifest !== null, 'the manifest does not hold');
      const { tenant, number, from, to, state, result, fingerprint } = found;
      must(
        manifest.tenant === tenant &&
          manifest.assessment === number &&
          manifest.from === from &&
          manifest.to === to &&
          manifest.state === state,
        'the manifest is about another',
      );
      must(
        result.tenant === tenant && result.from === from && result.to === to,
        'the result is of another',
      );
      must(
        fingerprint === null
          ? state === 'draft' || state === 'returned'
          : fingerprint === fingerprintOf(result),
        'another result was submitted',
      );
      return found;
    },
  );
  await of.check(
    'its state follows from its steps, and who approved did not prepare it',
    async () => mustNot(differenceOfSteps(requireSaid(said))),
  );
  await of.check(
    'the days of each control add up to the period, as the assessment says',
    async () => {
      const { controls, result, from, to } = requireSaid(said);
      const files = of.namesIn('controls');
      const keys: string[] = [];
      for (const file of files) {
        const told = await of.readJson(file, controlFileSchema);
        keys.push(told.control);
        mustNot(
          differenceOfControl(
            told,
            result.controls.find(one => one.control === told.control),
            { from, to, days: result.days },
          ),
        );
      }
      const those = (some: readonly string[]) => [...some].sort().join('\n');
      must(
        those(keys) === those(controls) &&
          those(result.controls.map(one => one.control)) === those(controls),
        'there are other controls',
      );
    },
  );
  const snapshots = await of.check(
    'the snapshots of the period are in the log',
    async () => snapshotsIn(of, requireSaid(said)),
  );
  const held = new Map<string, Set<string>>();
  await of.check('all that was found in the period is in the log', async () => {
    const { tenant } = requireSaid(said);
    must(snapshots !== null, 'the snapshots do not hold');
    const found = new Set<string>();
    for (const file of of.namesIn('evidence')) {
      const { type } = await of.readJson(file, z.object({ type: z.string() }));
      const item = await of.readJson(file, itemSchemaOf(type, tenant));
      found.add(await of.inLog(file, nameOf(file)));
      if (item.type === 'control-status') {
        note(held, item.body as EvidenceBody<'control-status'>);
      }
    }
    must(
      snapshots.length > 0 || found.size === 0,
      'there is evidence without a snapshot',
    );
    const missing = snapshots
      .flatMap(({ items }) => Object.entries(items))
      .find(([, sum]) => !found.has(sum));
    must(missing === undefined, `${missing?.[0]} is missing`);
  });
  await of.check('no control is met of which no evidence says so', async () => {
    const other = requireSaid(said).result.controls.find(
      ({ control, strip }) =>
        strip.includes('met') && !held.get(control)?.has('met'),
    );
    must(other === undefined, `${other?.control} was never found to be met`);
  });
  if (of.has(oscalFile)) {
    await of.check(
      'what OSCAL says of controls is what the assessment does',
      async () =>
        mustNot(
          differenceOfAssessedOscal(
            JSON.parse((await of.read(oscalFile)).toString('utf8')),
            requireSaid(said).result.controls,
          ),
        ),
    );
  }
}

function requireSaid(said: AssessmentStatement | null): AssessmentStatement {
  must(said !== null, 'the assessment does not hold');
  return said;
}

function mustNot(why: string | null): void {
  must(why === null, why ?? '');
}

async function snapshotsIn(
  of: BundleChecks,
  { tenant, result }: AssessmentStatement,
): Promise<SnapshotStatement[]> {
  const found: SnapshotStatement[] = [];
  for (const file of of.namesIn('snapshots')) {
    const one = await of.readJson(file, snapshotStatementSchema);
    await of.inLog(file, `snapshot-${nameOf(file)}`);
    must(one.tenant === tenant, `${file} is of another tenant`);
    must(
      result.snapshots !== null &&
        one.snapshot >= result.snapshots.first &&
        one.snapshot <= result.snapshots.last,
      `${file} is not of the period`,
    );
    found.push(one);
  }
  const last = result.snapshots?.last;
  must(
    found.length === 0 || found.some(one => one.snapshot === last),
    'the last one is missing',
  );
  return found;
}

/** Keeps of which controls some evidence says what they were. */
function note(
  held: Map<string, Set<string>>,
  { controls }: EvidenceBody<'control-status'>,
): void {
  for (const [control, { status }] of Object.entries(controls)) {
    held.set(control, (held.get(control) ?? new Set()).add(status));
  }
}
