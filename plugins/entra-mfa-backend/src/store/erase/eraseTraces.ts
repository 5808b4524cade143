import type { Knex } from 'knex';
import type { AssessmentStepRow } from '../sql/tables';
import { withoutGuards, type Guard } from '../sql/withoutGuards';
import { eraseActor } from './eraseActor';
import { eraseAssessed } from './eraseAssessed';
import { eraseMentions } from './eraseMentions';
import { eraseRecords } from './eraseRecords';
import type { Mentions } from './Mentions';
import type { Erased, Identifiers } from './types';

/**
 * Takes what tells a person, and their methods, out of every table and version. Their object id stays,
 * which tells nobody without the directory, and so do their states and every count.
 */
export async function eraseTraces(
  trx: Knex.Transaction,
  erased: Erased,
  identifiers: Identifiers,
  mentions: Mentions,
): Promise<void> {
  await eraseRecords(trx, erased, identifiers);
  await eraseAssessed(trx, erased);
  await withoutGuards(trx, await guardsOf(trx, erased.tenantId), async () => {
    for (const ref of identifiers.refs) {
      await eraseActor(trx, erased, ref);
    }
    await eraseMentions(trx, erased.tenantId, mentions);
  });
}

/** Approved assessments are frozen, but for who is forgotten: their name and ref go from there too. */
async function guardsOf(
  trx: Knex.Transaction,
  tenantId: string,
): Promise<Guard[]> {
  const approved = await trx<AssessmentStepRow>('assessment_step')
    .where({ tenant_id: tenantId, kind: 'approved' })
    .first('step');
  return approved
    ? ['assessment', 'assessment_step', 'assessment_comment'].map(table => ({
        table,
        trigger: `${table}_update_frozen`,
      }))
    : [];
}
