import type { ChangeKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { classifyChange } from '../../assess/classifyChange';
import { unpackCondition } from '../../assess/condition';
import { readPersonSteps } from '../../store/read/changes/readPersonSteps';
import type { SnapshotView } from '../../store/asOf/types';

/** How each snapshot changed a person, by its number. */
export async function readStepKinds(
  knex: Knex,
  view: SnapshotView,
  objectId: string,
): Promise<Map<number, ChangeKind>> {
  const kinds = new Map<number, ChangeKind>();
  for (const step of await readPersonSteps(knex, view, objectId)) {
    const kind = classifyChange({
      before: unpackCondition(step.condition_before),
      after: unpackCondition(step.condition_after),
      renamed: Boolean(step.renamed),
      onlyByRules: Boolean(step.by_rules),
    });
    if (kind) {
      kinds.set(step.snapshot, kind);
    }
  }
  return kinds;
}
