import type { Knex } from 'knex';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { likePart } from '../read/likePart';
import { allowedPeople, type PersonCriteria } from '../read/personFilter';
import { foldedColumn } from '../sql/foldedColumn';
import { foldText } from '../sql/foldText';

/** What a caller is told of exceptions that they see. */
export interface ExceptionSight {
  /** Whose names. */
  people: PersonCriteria | 'all' | 'none';
  /** Which patterns and Entra groups: all, or those that a user has asked for. */
  rules: 'all' | { requestedBy: string | null };
}

/**
 * The condition that an exception of the table `e` has a text in what the caller is told of it: for whom it is,
 * who asked, or why. What they are not told is not found either.
 */
export function namedExceptions(
  knex: Knex,
  view: SnapshotView,
  q: string,
  { people, rules }: ExceptionSight,
): Knex.QueryCallback {
  const part = likePart(foldText(q));
  const has = (sql: string) => knex.raw(`${sql} like ? escape '\\'`, [part]);
  const seen = (one: Knex.QueryBuilder) => {
    if (rules !== 'all') {
      one.andWhere('e.requested_by', rules.requestedBy ?? '');
    }
  };
  return query => {
    query
      .where(has('e.requested_by'))
      .orWhere(has(foldedColumn('e.reason')))
      .orWhere(one =>
        one
          .where('e.subject_kind', 'group')
          .andWhere(team =>
            team
              .where(has('e.subject'))
              .orWhereExists(titled =>
                titled
                  .from({ t: 'team' })
                  .select(knex.raw('1'))
                  .where(versionAt(view, 't'))
                  .whereRaw('t.team_ref = e.subject')
                  .andWhere(has('t.search_text')),
              ),
          ),
      )
      .orWhere(one =>
        one
          .where('e.subject_kind', 'rule')
          .andWhere(has(foldedColumn('e.subject')))
          .modify(seen),
      )
      .orWhere(one =>
        one
          .where('e.subject_kind', 'entra-group')
          .andWhere(group =>
            group
              .where(has('e.subject'))
              .orWhereExists(named =>
                named
                  .from({ g: 'entra_group' })
                  .select(knex.raw('1'))
                  .where(versionAt(view, 'g'))
                  .whereRaw('g.group_id = e.subject')
                  .andWhere(has('g.search_text')),
              ),
          )
          .modify(seen),
      );
    if (people !== 'none') {
      query.orWhere(one =>
        one.where('e.subject_kind', 'person').whereExists(named =>
          named
            .from({ p: 'person' })
            .select(knex.raw('1'))
            .whereRaw('p.object_id = e.subject')
            .andWhere(has('p.search_text'))
            .andWhere(
              people === 'all'
                ? lastVersion(knex, view)
                : allowed =>
                    allowed
                      .where(versionAt(view, 'p'))
                      .andWhere(allowedPeople(knex, view, people)),
            ),
        ),
      );
    }
  };
}

/** Who may see everybody sees those who left the directory too, by the name they had last. */
function lastVersion(knex: Knex, view: SnapshotView): Knex.QueryCallback {
  return query =>
    query
      .where('p.tenant_id', view.tenantId)
      .andWhere('p.from_snapshot', '<=', view.snapshot)
      .whereNotExists(later =>
        later
          .from({ l: 'person' })
          .select(knex.raw('1'))
          .where('l.tenant_id', view.tenantId)
          .andWhere('l.from_snapshot', '<=', view.snapshot)
          .whereRaw('l.object_id = p.object_id')
          .whereRaw('l.from_snapshot > p.from_snapshot'),
      );
}
