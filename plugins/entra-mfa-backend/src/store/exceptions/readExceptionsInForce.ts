import type { Knex } from 'knex';
import { dayOf } from '../../assess/exceptions/days';
import type { ExceptionRow } from '../sql/tables';

/**
 * The exceptions that were in force at a time.
 *
 * @param assessedStep - up to which step a snapshot assesses, or has assessed: then no clock tells what was
 *   approved or ended, but for steps without a number, which are of earlier versions; `newest` for all
 *   steps on record
 */
export async function readExceptionsInForce(
  knex: Knex,
  tenantId: string,
  at: Date,
  assessedStep: number | 'newest' | null = null,
): Promise<ExceptionRow[]> {
  const inForce = knex<ExceptionRow>('exception')
    .where({ tenant_id: tenantId, decision: 'approved' })
    .andWhere('until', '>=', dayOf(at))
    .orderBy('exception_id');
  if (assessedStep === 'newest') {
    return inForce.whereNull('ended_at');
  }
  const taken = (
    step: Knex.QueryBuilder,
    kind: 'decided' | 'ended',
    when: '<=' | '>',
  ) =>
    assessedStep === null
      ? step.where(`${kind}_at`, when, at)
      : step
          .where(`${kind}_step`, when, assessedStep)
          .orWhere(old =>
            old.whereNull(`${kind}_step`).andWhere(`${kind}_at`, when, at),
          );
  return inForce
    .andWhere(step => taken(step, 'decided', '<='))
    .andWhere(step =>
      step.whereNull('ended_at').orWhere(end => taken(end, 'ended', '>')),
    );
}
