import type { Knex } from 'knex';
import { allowedPeople, type PersonCriteria } from '../read/personFilter';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';

/** Which exceptions a caller sees: all, or their own and those for people whom they may see. */
export type ExceptionVisibility =
  | 'all'
  | { requestedBy: string | null; people: PersonCriteria | null };

/** The condition that an exception of the table `e` is one that the caller may see. */
export function visibleExceptions(
  knex: Knex,
  view: SnapshotView,
  visibility: ExceptionVisibility,
): Knex.QueryCallback {
  return query => {
    if (visibility === 'all') {
      return;
    }
    const { requestedBy, people } = visibility;
    query.where('e.requested_by', requestedBy ?? '');
    if (people) {
      query
        .orWhere(one =>
          one
            .where('e.subject_kind', 'person')
            .whereIn('e.subject', person =>
              person
                .from({ p: 'person' })
                .select('p.object_id')
                .where(versionAt(view, 'p'))
                .andWhere(allowedPeople(knex, view, people)),
            ),
        )
        .orWhere(one =>
          one
            .where('e.subject_kind', 'group')
            .whereIn('e.subject', team =>
              team
                .from({ m: 'person_team' })
                .join({ p: 'person' }, 'p.object_id', 'm.object_id')
                .select('m.team_ref')
                .where(versionAt(view, 'm'))
                .andWhere(versionAt(view, 'p'))
                .andWhere(allowedPeople(knex, view, people)),
            ),
        )
        .orWhereIn('e.exception_id', exempt =>
          exempt
            .from({ p: 'person' })
            .select('p.exception_id')
            .where('p.tenant_id', view.tenantId)
            .andWhere('p.from_snapshot', '<=', view.snapshot)
            .whereNotNull('p.exception_id')
            .andWhere(allowedPeople(knex, view, people)),
        );
    }
  };
}
