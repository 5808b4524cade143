import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonicalJson';
import type { AssessedControlFile } from './assessmentSchemas';
import { readmeOfAssessment } from './readmeOfAssessment';
import { Seal, utf8 } from './Seal';
import {
  assessmentFile,
  checkpointFile,
  type AssessmentBundleContent,
  type AssessmentManifest,
  type BundleFile,
} from './types';
import { verifyScript } from './verifyScript';

/**
 * Where a bundle has a control: `controls/soc2_CC6.1.json` of `soc2/CC6.1`. Where other characters are left out, a
 * fingerprint keeps two controls apart.
 */
export function controlFileOf(control: string): string {
  const name = control.replace(/[^A-Za-z0-9.-]+/g, '_');
  const isPlain = /^[A-Za-z0-9-]+\/[A-Za-z0-9.-]+$/.test(control);
  const sum = createHash('sha256').update(control).digest('hex').slice(0, 8);
  return `controls/${name}${isPlain ? '' : `-${sum}`}.json`;
}

/**
 * The files of the bundle of an assessment, one after the other: the same bytes from the same content, but for a time
 * stamp. It names nobody of the directory.
 *
 * @public
 */
export async function* assessmentBundleFiles(
  content: AssessmentBundleContent,
): AsyncGenerator<BundleFile> {
  const { statement, snapshots, titles, checkpoint } = content;
  const { tenant, number, from, to, state, result } = statement;
  const seal = new Seal();
  yield seal.file('README.txt', utf8(readmeOfAssessment(content)));
  yield seal.file('verify.sh', utf8(verifyScript));
  yield seal.file(assessmentFile, canonicalJson(statement));
  for (const { control, days, worst, strip } of result.controls) {
    const title = titles.get(control) ?? control;
    const told: AssessedControlFile = {
      ...{ control, title, from, to },
      ...{ days, worst, strip },
    };
    yield seal.file(controlFileOf(control), canonicalJson(told));
  }
  for (const { name, content: bytes } of content.more) {
    yield seal.file(name, bytes);
  }
  if (checkpoint !== null) {
    yield seal.file(checkpointFile, utf8(checkpoint));
  }
  for (const { statement: of, at } of snapshots) {
    const file = `snapshots/${of.snapshot}.json`;
    yield seal.file(file, canonicalJson(of));
    yield seal.proof(file, `snapshot-${of.snapshot}`, at);
  }
  for await (const { item, at } of content.items) {
    const name = `${item.type}-${at.leaf}`;
    yield seal.file(`evidence/${name}.json`, canonicalJson(item));
    yield seal.proof(`evidence/${name}.json`, name, at);
  }
  const head: Omit<AssessmentManifest, 'files'> = {
    format: 'entra-mfa-assessment-bundle',
    version: 1,
    ...{ tenant, assessment: number, from, to, state },
  };
  yield* seal.end(head, content);
}
