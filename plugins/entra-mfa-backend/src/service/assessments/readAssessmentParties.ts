import type { Knex } from 'knex';
import type { AssessmentParties } from '../../assess/assessments/refuseStep';
import type { Actor } from '../../assess/exceptions/types';
import { readSnapshotAt } from '../../store/asOf/readSnapshot';
import { toDate } from '../../store/sql/instant';
import type { AssessmentStepRow } from '../../store/sql/tables';
import { mergeActors } from '../exceptions/mergeActors';
import { readActors } from '../exceptions/readActors';
import type { Found } from '../Snapshots';

/** The steps that prepare an assessment, by whom and when. */
export function preparationOf(
  steps: readonly AssessmentStepRow[],
): AssessmentStepRow[] {
  return steps.filter(({ kind }) =>
    ['drafted', 'changed', 'submitted'].includes(kind),
  );
}

/**
 * Who takes a step on an assessment, and who prepared it: as the catalog says now, and as it said when each first and
 * last did, so that nobody becomes somebody else by a change of the catalog.
 */
export async function readAssessmentParties(
  knex: Knex,
  found: Found,
  steps: readonly AssessmentStepRow[],
  userRef: string,
): Promise<AssessmentParties> {
  const { tenantId } = found.view;
  const prepared = preparationOf(steps);
  const preparers = [...new Set(prepared.map(step => step.taken_by))];
  const refs = [...new Set([userRef, ...preparers])];
  const ends = preparers.flatMap(ref => {
    const own = prepared.filter(step => step.taken_by === ref);
    return [own[0], own[own.length - 1]].map(step => toDate(step.taken_at));
  });
  const known = await readActors(knex, found, refs);
  const merged = new Map<string, Actor>(known);
  const times = new Map(ends.map(at => [at.getTime(), at]));
  for (const at of times.values()) {
    const snapshot = await readSnapshotAt(knex, tenantId, at);
    const then =
      snapshot &&
      (await readActors(
        knex,
        {
          snapshot,
          view: { tenantId, snapshot: snapshot.number, newest: false },
        },
        refs,
      ));
    for (const ref of refs) {
      merged.set(ref, mergeActors(merged.get(ref)!, then?.get(ref)));
    }
  }
  return {
    // Who acts has to be somebody now.
    actor: { ...merged.get(userRef)!, isKnown: known.get(userRef)!.isKnown },
    preparers: preparers.map(ref => merged.get(ref)!),
  };
}

/** Where it does not matter who it is. */
export function nobodyElse(userRef: string): AssessmentParties {
  const actor = { userRef, objectIds: [], addresses: [], isKnown: false };
  return { actor, preparers: [] };
}
