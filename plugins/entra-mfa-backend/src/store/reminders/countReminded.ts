import type { PersonState } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import type { ReminderSentRow } from '../sql/tables';

/** How many people whom a campaign has reminded are in a state; null: not in the directory any more. */
export interface RemindedCount {
  campaignId: string;
  state: PersonState | null;
  people: number;
}

/** The same of a team's own members. */
export interface RemindedOfTeam extends Omit<RemindedCount, 'campaignId'> {
  ref: string;
  title: string;
}

/** Counts are texts on PostgreSQL. */
type Counted<Row> = Omit<Row, 'people'> & { people: number | string };

/** Of all campaigns of a tenant, the people whom each has reminded, each once, by their state at a snapshot. */
export async function countReminded(
  knex: Knex,
  view: SnapshotView,
): Promise<RemindedCount[]> {
  const rows: Counted<RemindedCount>[] = await knex
    .from(remindedBy(knex, view.tenantId).as('r'))
    .leftJoin({ p: 'person' }, join =>
      join
        .on('p.object_id', 'r.object_id')
        .andOnVal('p.tenant_id', view.tenantId)
        .andOnVal('p.from_snapshot', '<=', view.snapshot)
        .andOnVal('p.to_snapshot', '>', view.snapshot),
    )
    .groupBy('r.campaign_id', 'p.state')
    .select({ campaignId: 'r.campaign_id', state: 'p.state' })
    .count({ people: '*' });
  return rows.map(row => ({ ...row, people: Number(row.people) }));
}

/** Of one campaign, by the teams whose members the reminded people are. */
export async function countRemindedByTeam(
  knex: Knex,
  view: SnapshotView,
  campaignId: string,
): Promise<RemindedOfTeam[]> {
  const rows: Counted<RemindedOfTeam>[] = await knex
    .from(
      remindedBy(knex, view.tenantId).where('campaign_id', campaignId).as('r'),
    )
    .join({ p: 'person' }, 'p.object_id', 'r.object_id')
    .join({ m: 'person_team' }, 'm.object_id', 'r.object_id')
    .join({ t: 'team' }, 't.team_ref', 'm.team_ref')
    .where(versionAt(view, 'p'))
    .andWhere(versionAt(view, 'm'))
    .andWhere(versionAt(view, 't'))
    .andWhere('m.direct', true)
    .groupBy('t.team_ref', 't.title', 'p.state')
    .orderBy('t.team_ref')
    .select({ ref: 't.team_ref', title: 't.title', state: 'p.state' })
    .count({ people: '*' });
  return rows.map(row => ({ ...row, people: Number(row.people) }));
}

function remindedBy(knex: Knex, tenantId: string) {
  return knex<ReminderSentRow>('reminder_sent')
    .where('tenant_id', tenantId)
    .distinct('campaign_id', 'object_id');
}
