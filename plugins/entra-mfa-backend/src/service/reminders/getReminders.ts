import type {
  ReminderCampaign,
  ReminderCampaigns,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isSmall } from '../../assess/smallTeams';
import { filterOf } from '../../reminders/toCampaign';
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
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { isAboutPrivileged } from './isAboutPrivileged';
import { toCampaign, toCounts } from './toCampaign';

/** Whom a caller sees, and which teams are too small for them. */
export interface Seeing {
  access: PeopleAccess;
  hidden: ReadonlySet<string>;
}

/** The campaigns of a tenant, the newest first. */
export async function getReminders(
  context: ReadContext,
  query: QueryOf<'getReminders'>,
  { mayManage, people: access }: { mayManage: boolean; people: PeopleAccess },
): Promise<ReminderCampaigns> {
  const { knex, snapshots } = context;
  const tenantId = await snapshots.tenantOf(query.tenant);
  const tenants = await readTenantRefs(context);
  const tenant = tenants.find(({ id }) => id === tenantId) ?? null;
  return snapshots.read(query, async found => {
    if (tenantId === null) {
      return { tenant, snapshot: null, mayManage, items: [] };
    }
    const [rows, ground, reminded, hidden] = await Promise.all([
      readCampaigns(knex, tenantId),
      readGround(knex, tenantId),
      found ? countReminded(knex, found.view) : [],
      found ? hiddenFrom(context, found.view, access) : null,
    ]);
    return {
      tenant,
      snapshot: found && toSnapshotRef(found.snapshot),
      mayManage,
      items: rows.map(row =>
        withCounts(context, row, ground, reminded, {
          access,
          hidden: hidden?.teams ?? new Set(),
        }),
      ),
    };
  });
}

/** A campaign with what was counted of it among others. */
export function withCounts(
  { config, clock }: Pick<ReadContext, 'config' | 'clock'>,
  row: ReminderCampaignRow,
  ground: ReminderGround,
  reminded: readonly RemindedCount[],
  { access, hidden }: Seeing,
): ReminderCampaign {
  const filter = filterOf(row);
  const counts = toCounts(
    filter.gap,
    reminded.filter(({ campaignId }) => campaignId === row.campaign_id),
  );
  const team = filter.team?.toLowerCase();
  const isHidden =
    access.kind !== 'all' &&
    (isSmall(counts.reminded, config.smallTeams.hideBelow) ||
      (team !== undefined && (hidden.has(team) || isAboutPrivileged(filter))));
  return toCampaign(row, ground, isHidden ? null : counts, clock.now());
}
