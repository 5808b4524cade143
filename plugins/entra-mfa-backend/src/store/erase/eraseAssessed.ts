import type { Knex } from 'knex';
import { sortName } from '../sql/sortName';
import { foldText } from '../sql/foldText';
import type {
  BreakGlassDrillRow,
  ExceptionRow,
  PersonRow,
  ReminderSentRow,
  ReviewDecisionRow,
  ReviewItemRow,
  UnmatchedRow,
} from '../sql/tables';
import { ERASED_NAME, type Erased } from './types';

/**
 * Takes name, principal name and methods out of every version of a person, and what was written about
 * them. State, strength, teams and roles stay: every figure was counted of these.
 */
export async function eraseAssessed(
  trx: Knex.Transaction,
  { tenantId, objectId }: Erased,
): Promise<void> {
  const of = { tenant_id: tenantId, object_id: objectId };
  await trx<PersonRow>('person')
    .where(of)
    .update({
      display_name: ERASED_NAME,
      user_principal_name: '',
      sort_name: sortName(ERASED_NAME),
      search_text: foldText(ERASED_NAME),
      methods: '[]',
    });
  await trx<UnmatchedRow>('unmatched')
    .where({
      tenant_id: tenantId,
      kind: 'report-row',
      unmatched_key: objectId,
    })
    .update({ label: ERASED_NAME });
  await trx<ReviewItemRow>('review_item')
    .where(of)
    .update({ sort_name: sortName(ERASED_NAME), note: null });
  await trx<ReviewDecisionRow>('review_decision')
    .where(of)
    .update({ note: null });
  await trx<BreakGlassDrillRow>('break_glass_drill')
    .where(of)
    .update({ note: null });
  await trx<ReminderSentRow>('reminder_sent').where(of).delete();
  const aboutThem = () =>
    trx<ExceptionRow>('exception').where({
      tenant_id: tenantId,
      subject_kind: 'person',
      subject: objectId,
    });
  await aboutThem().update({ reason: ERASED_NAME });
  for (const note of ['decision_note', 'end_note'] as const) {
    await aboutThem()
      .whereNotNull(note)
      .update({ [note]: ERASED_NAME });
  }
}
