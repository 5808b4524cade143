import type { Knex } from 'knex';
import { bulkInsert } from '../sql/bulkInsert';

/** Puts on record who was reminded. */
export async function insertSent(
  knex: Knex,
  of: { tenantId: string; campaignId: string; day: string; at: Date },
  objectIds: readonly string[],
): Promise<void> {
  await knex.transaction(trx =>
    bulkInsert(
      trx,
      'reminder_sent',
      ['tenant_id', 'object_id', 'campaign_id', 'day', 'sent_at'],
      objectIds.map(id => [of.tenantId, id, of.campaignId, of.day, of.at]),
    ),
  );
}
