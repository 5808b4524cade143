import type { PersonGapKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { hasOpenGap } from '../remediation/hasOpenGap';
import type { ReminderSentRow } from '../sql/tables';

/** How many people whom reminders did not help. */
export interface Overdue {
  people: number;
  /** The teams whose members they are. */
  teams: { ref: string; title: string; people: number }[];
}

/** Counts people who were reminded so often by a campaign and still have the gap. */
export async function countOverdue(
  knex: Knex,
  view: SnapshotView,
  {
    campaignId,
    gap,
    reminders,
  }: { campaignId: string; gap: PersonGapKind; reminders: number },
): Promise<Overdue> {
  const overdue = () =>
    knex({ p: 'person' })
      .where(versionAt(view, 'p'))
      .andWhere(hasOpenGap(gap))
      .whereIn(
        'p.object_id',
        knex<ReminderSentRow>('reminder_sent')
          .where({ tenant_id: view.tenantId, campaign_id: campaignId })
          .groupBy('object_id')
          .havingRaw('count(*) >= ?', [reminders])
          .select('object_id'),
      );
  const [all] = await overdue().count({ people: '*' });
  const teams: { ref: string; title: string; people: number | string }[] =
    await overdue()
      .join({ m: 'person_team' }, 'm.object_id', 'p.object_id')
      .join({ t: 'team' }, 't.team_ref', 'm.team_ref')
      .where(versionAt(view, 'm'))
      .andWhere(versionAt(view, 't'))
      .andWhere('m.direct', true)
      .groupBy('t.team_ref', 't.title')
      .orderBy('t.team_ref')
      .select({ ref: 't.team_ref', title: 't.title' })
      .count({ people: '*' });
  return {
    people: Number(all.people),
    teams: teams.map(team => ({ ...team, people: Number(team.people) })),
  };
}
