import type {
  ReminderCampaign,
  ReminderCampaigns,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ReminderGround } from '../../assess/reminders/reminderDay';
import { readCampaigns } from '../../store/reminders/campaigns';
import {
  countReminded,
  type RemindedCount,
} from '../../store/reminders/countReminded';
import { readGround } from '../../store/reminders/readGround';
import type { ReminderCampaignRow } from '../../store/sql/tables';
import { toSnapshotRef } from '../figures';
import { readTenantRefs } from '../readTenantRefs';
import type { QueryOf, ReadContext } from '../types';
import { toCampaign, toCounts } from './toCampaign';

/** The campaigns of a tenant, the newest first. */
export async function getReminders(
  context: ReadContext,
  query: QueryOf<'getReminders'>,
  mayManage: boolean,
): Promise<ReminderCampaigns> {
  const { knex, clock, snapshots } = context;
  const tenantId = await snapshots.tenantOf(query.tenant);
  const tenants = await readTenantRefs(context);
  const tenant = tenants.find(({ id }) => id === tenantId) ?? null;
  return snapshots.read(query, async found => {
    if (tenantId === null) {
      return { tenant, snapshot: null, mayManage, items: [] };
    }
    const [rows, ground, reminded] = await Promise.all([
      readCampaigns(knex, tenantId),
      readGround(knex, tenantId),
      found ? countReminded(knex, found.view) : [],
    ]);
    return {
      tenant,
      snapshot: found && toSnapshotRef(found.snapshot),
      mayManage,
      items: rows.map(row => withCounts(row, ground, reminded, clock.now())),
    };
  });
}

/** A campaign with what was counted of it among others. */
export function withCounts(
  row: ReminderCampaignRow,
  ground: ReminderGround,
  reminded: readonly RemindedCount[],
  now: Date,
): ReminderCampaign {
  const own = reminded.filter(
    ({ campaignId }) => campaignId === row.campaign_id,
  );
  return toCampaign(row, ground, toCounts(own), now);
}
