import type { Knex } from 'knex';
import type { ReminderCampaignRow } from '../sql/tables';

/** Keeps a new campaign. */
export async function insertCampaign(
  knex: Knex,
  row: ReminderCampaignRow,
): Promise<void> {
  await knex<ReminderCampaignRow>('reminder_campaign').insert(row);
}

/** The campaigns of a tenant, the newest first. */
export async function readCampaigns(
  knex: Knex,
  tenantId: string,
): Promise<ReminderCampaignRow[]> {
  return knex<ReminderCampaignRow>('reminder_campaign')
    .where({ tenant_id: tenantId })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'campaign_id' },
    ]);
}

/** One campaign; null where there is none of that id. */
export async function readCampaign(
  knex: Knex,
  tenantId: string,
  campaignId: string,
): Promise<ReminderCampaignRow | null> {
  const row = await knex<ReminderCampaignRow>('reminder_campaign')
    .where({ tenant_id: tenantId, campaign_id: campaignId })
    .first();
  return row ?? null;
}

/** Takes a step of a campaign, once, whoever asks at the same time; whether it was taken. */
export async function stepCampaign(
  knex: Knex,
  { tenant_id, campaign_id, state }: ReminderCampaignRow,
  step: { state: 'running' | 'stopped'; by: string; at: Date },
): Promise<boolean> {
  const of = () =>
    knex<ReminderCampaignRow>('reminder_campaign').where({
      tenant_id,
      campaign_id,
    });
  const changed = await of().andWhere({ state }).update({
    state: step.state,
    changed_by: step.by,
    changed_at: step.at,
  });
  if (changed > 0 && step.state === 'running') {
    await of().whereNull('started_at').update({ started_at: step.at });
  }
  return changed > 0;
}
