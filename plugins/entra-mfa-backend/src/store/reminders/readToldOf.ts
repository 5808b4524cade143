import type { Knex } from 'knex';
import { toDate } from '../sql/instant';

/** A reminder that a person was sent. */
export interface Told {
  at: Date;
  campaignId: string;
  title: string;
}

/** What a person was reminded of up to a time, the newest first. */
export async function readToldOf(
  knex: Knex,
  { tenantId, upTo }: { tenantId: string; upTo: Date },
  objectId: string,
): Promise<Told[]> {
  const rows = await knex({ r: 'reminder_sent' })
    .join({ c: 'reminder_campaign' }, join =>
      join
        .on('c.tenant_id', 'r.tenant_id')
        .andOn('c.campaign_id', 'r.campaign_id'),
    )
    .where({ 'r.tenant_id': tenantId, 'r.object_id': objectId })
    .andWhere('r.sent_at', '<=', upTo)
    .orderBy('r.sent_at', 'desc')
    .select('r.sent_at', 'c.campaign_id', 'c.title');
  return rows.map(({ sent_at, campaign_id, title }) => ({
    at: toDate(sent_at),
    campaignId: campaign_id,
    title,
  }));
}
