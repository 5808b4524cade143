import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import type { ReviewAssignmentRow } from '../sql/tables';

/** Which review, and when its reviewers are asked. */
export interface Assigning {
  review: number;
  /** The snapshot that its list was made from. */
  view: SnapshotView;
  at: Date;
}

/**
 * Gives each person of a list to who leads the nearest team of theirs that somebody else leads: their own teams, else
 * those above, the lowest first. Who has none is given to nobody. One statement, however many.
 */
export async function assignLeads(
  trx: Knex.Transaction,
  { review, view }: Omit<Assigning, 'at'>,
): Promise<void> {
  const { tenantId } = view;
  const isThemselves = (table: 'person' | 'person_entity') =>
    trx({ s: table })
      .where(versionAt(view, 's'))
      .whereRaw('s.object_id = i.object_id')
      .whereRaw('s.entity_ref = l.lead_ref')
      .select(trx.raw('1'));
  const leads = trx({ i: 'review_item' })
    .join({ m: 'person_team' }, 'm.object_id', 'i.object_id')
    .join({ t: 'team' }, 't.team_ref', 'm.team_ref')
    .join({ l: 'team_lead' }, 'l.team_ref', 'm.team_ref')
    .where({ 'i.tenant_id': tenantId, 'i.review': review })
    .andWhere(versionAt(view, 'm'))
    .andWhere(versionAt(view, 't'))
    .andWhere(versionAt(view, 'l'))
    .whereNotExists(isThemselves('person'))
    .whereNotExists(isThemselves('person_entity'))
    .select(
      'i.tenant_id',
      'i.review',
      'i.object_id',
      'l.lead_ref',
      trx.raw(`rank() over (partition by i.object_id order by
        case when m.direct then -1 else 0 end,
        case when m.direct then 0 else -t.depth end) as nearness`),
    );
  await trx
    .into(
      trx.raw(
        'review_assignment (tenant_id, review, object_id, reviewer_ref, assigned_at)',
      ),
    )
    .insert(
      trx
        .from(leads.as('n'))
        .join({ r: 'review' }, join =>
          join.on('r.tenant_id', 'n.tenant_id').andOn('r.review', 'n.review'),
        )
        .where('n.nearness', 1)
        .distinct(
          'n.tenant_id',
          'n.review',
          'n.object_id',
          'n.lead_ref',
          // The time of the opening: a bound one would have no type here.
          'r.opened_at',
        ),
    );
}

/** Gives everybody on a list to each of some users. */
export async function assignUsers(
  trx: Knex.Transaction,
  { review, view, at }: Assigning,
  refs: readonly string[],
): Promise<void> {
  await trx<ReviewAssignmentRow>('review_assignment').insert(
    refs.map(reviewer_ref => ({
      tenant_id: view.tenantId,
      review,
      object_id: '',
      reviewer_ref,
      assigned_at: at,
    })),
  );
}
