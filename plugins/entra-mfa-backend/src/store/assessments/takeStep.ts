import type { AssessmentStepKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { AssessmentRow, AssessmentStepRow } from '../sql/tables';
import type { AssessmentKey } from './readAssessments';

/** A step, without its number. */
export interface NewStep {
  kind: AssessmentStepKind;
  by: string;
  at: Date;
  note: string | null;
  supersededBy?: number;
}

/**
 * Takes a step on an assessment as it was looked at, of one piece with what else is written for it. Returns whether it
 * was: not where somebody changed it, or took a step, meanwhile.
 *
 * @param also - is told the number of the step
 */
export async function takeStep(
  knex: Knex,
  { tenantId, assessment, revision }: AssessmentKey & { revision: number },
  step: NewStep,
  also?: (trx: Knex.Transaction, step: number) => Promise<void>,
): Promise<boolean> {
  return knex.transaction(async trx => {
    // Before the step: one that approves it freezes it.
    const moved = await trx<AssessmentRow>('assessment')
      .where({ tenant_id: tenantId, assessment, revision })
      .update({ revision: revision + 1 });
    if (moved === 0) {
      return false;
    }
    const number = await nextStep(trx, { tenantId, assessment });
    await also?.(trx, number);
    await insertStep(trx, { tenantId, assessment }, number, step);
    return true;
  });
}

/** The number of the next step. */
export async function nextStep(
  trx: Knex.Transaction,
  { tenantId, assessment }: AssessmentKey,
): Promise<number> {
  const [{ last }] = await trx<AssessmentStepRow>('assessment_step')
    .where({ tenant_id: tenantId, assessment })
    .max({ last: 'step' });
  return Number(last ?? 0) + 1;
}

/** Adds a step; none is ever written over. */
export async function insertStep(
  trx: Knex.Transaction,
  { tenantId, assessment }: AssessmentKey,
  number: number,
  { kind, by, at, note, supersededBy }: NewStep,
): Promise<void> {
  await trx<AssessmentStepRow>('assessment_step').insert({
    tenant_id: tenantId,
    assessment,
    step: number,
    kind,
    taken_by: by,
    taken_at: at,
    note,
    superseded_by: supersededBy ?? null,
  });
}
