import type { PersonState } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { GapFacts } from '../../assess/remediation/gapRules';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { toBoolean } from '../sql/toBoolean';
import type { ReminderSentRow } from '../sql/tables';

/** How many people whom a campaign has reminded are alike in what tells their gap. */
export interface RemindedCount {
  campaignId: string;
  /** Null: not in the directory any more. */
  facts: GapFacts | null;
  people: number;
}

/** The same of a team's own members. */
export interface RemindedOfTeam extends Omit<RemindedCount, 'campaignId'> {
  ref: string;
  title: string;
}

/** What is counted by, as a database tells it: counts are texts on PostgreSQL, and yes and no are numbers on SQLite. */
interface Counted {
  state: PersonState | null;
  privileged: boolean | number | null;
  phone_only: boolean | number | null;
  people: number | string;
}

const PHONE_ONLY = `p.marks like '%"phone-only"%'`;

const toCount = ({ state, privileged, phone_only, people }: Counted) => ({
  facts: state && {
    state,
    privileged: toBoolean(privileged),
    phoneOnly: Boolean(phone_only),
  },
  people: Number(people),
});

/** Of all campaigns of a tenant, the people whom each has reminded, each once, by how they were at a snapshot. */
export async function countReminded(
  knex: Knex,
  view: SnapshotView,
): Promise<RemindedCount[]> {
  const rows: (Counted & { campaignId: string })[] = await knex
    .from(remindedBy(knex, view.tenantId).as('r'))
    .leftJoin({ p: 'person' }, join =>
      join
        .on('p.object_id', 'r.object_id')
        .andOnVal('p.tenant_id', view.tenantId)
        .andOnVal('p.from_snapshot', '<=', view.snapshot)
        .andOnVal('p.to_snapshot', '>', view.snapshot),
    )
    .groupByRaw(`r.campaign_id, p.state, p.privileged, ${PHONE_ONLY}`)
    .select({ campaignId: 'r.campaign_id' }, 'p.state', 'p.privileged')
    .select({ phone_only: knex.raw(PHONE_ONLY) })
    .count({ people: '*' });
  return rows.map(row => ({ campaignId: row.campaignId, ...toCount(row) }));
}

/** Of one campaign, by the teams whose members the reminded people are. */
export async function countRemindedByTeam(
  knex: Knex,
  view: SnapshotView,
  campaignId: string,
): Promise<RemindedOfTeam[]> {
  const rows: (Counted & { ref: string; title: string })[] = await knex
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
    .groupByRaw(`t.team_ref, t.title, p.state, p.privileged, ${PHONE_ONLY}`)
    .orderBy('t.team_ref')
    .select({ ref: 't.team_ref', title: 't.title' })
    .select('p.state', 'p.privileged', { phone_only: knex.raw(PHONE_ONLY) })
    .count({ people: '*' });
  return rows.map(row => ({
    ...{ ref: row.ref, title: row.title },
    ...toCount(row),
  }));
}

function remindedBy(knex: Knex, tenantId: string) {
  return knex<ReminderSentRow>('reminder_sent')
    .where('tenant_id', tenantId)
    .distinct('campaign_id', 'object_id');
}
