import type { PersonGapKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import {
  peopleConditions,
  type PeopleSelection,
} from '../read/peopleConditions';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { hasOpenGap } from '../remediation/hasOpenGap';
import type { ReminderSentRow } from '../sql/tables';

/** Somebody who is to be reminded, and the User entity by which the portal reaches them. */
export interface DuePerson {
  object_id: string;
  entity_ref: string;
}

/** Whom a campaign is for: of a filter, those who have a gap. */
export interface AskedSelection extends PeopleSelection {
  gap: PersonGapKind;
}

/** The condition that a campaign is for a person: of a filter, for whoever has the gap, and nobody else. */
export function isAsked(
  knex: Knex,
  view: SnapshotView,
  selection: AskedSelection,
): Knex.QueryCallback {
  return query =>
    query
      .where(versionAt(view, 'p'))
      .andWhere(peopleConditions(knex, view, selection))
      .andWhere(hasOpenGap(selection.gap));
}

/**
 * The next people to remind, in the order of their ids: whom the portal can reach, whom this campaign has not reminded
 * for so many days, and whom no campaign has reminded on that day.
 */
export async function readDue(
  knex: Knex,
  view: SnapshotView,
  selection: AskedSelection,
  of: {
    campaignId: string;
    day: string;
    /** The last day on which a reminder of this campaign is long enough ago. */
    lastBefore: string;
    after: string;
    limit: number;
  },
): Promise<DuePerson[]> {
  return knex({ p: 'person' })
    .where(isAsked(knex, view, selection))
    .whereNotNull('p.entity_ref')
    .andWhere('p.object_id', '>', of.after)
    .whereNotExists(
      knex<ReminderSentRow>({ r: 'reminder_sent' })
        .where('r.tenant_id', view.tenantId)
        .whereRaw('r.object_id = p.object_id')
        .andWhere(either =>
          either
            .where('r.day', '>=', of.day)
            .orWhere(own =>
              own
                .where('r.campaign_id', of.campaignId)
                .andWhere('r.day', '>', of.lastBefore),
            ),
        )
        .select(knex.raw('1')),
    )
    .orderBy('p.object_id')
    .limit(of.limit)
    .select('p.object_id', 'p.entity_ref');
}
