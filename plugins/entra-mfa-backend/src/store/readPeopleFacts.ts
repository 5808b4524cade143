import type { Knex } from 'knex';
import { END, type PersonRow } from './tables';

/** What is known of one person: the rows as read, and the last judgement. */
export interface PeopleFactsRow {
  object_id: string;
  /** JSON of `UserBody`. */
  user_body: string;
  /** JSON of `RegistrationBody`. */
  registration_body: string | null;
  /** The row that is true now; all null where there is none. */
  last: PersonRow | null;
}

const lastColumns = [
  'from_snapshot',
  'display_name',
  'user_principal_name',
  'sort_name',
  'search_text',
  'entity_ref',
  'state',
  'reason',
  'scope_class',
  'registered',
  'capable',
  'tier',
  'tier_rank',
  'methods',
  'marks',
  'privileged',
  'privileged_rank',
  'no_row_runs',
  'since',
  'created_at',
] as const;

/** Reads everybody of the directory in key order, in batches of at most the given size. */
export async function* readPeopleFacts(
  knex: Knex,
  { tenantId, lastSnapshot }: { tenantId: string; lastSnapshot: number },
  size: number,
): AsyncGenerator<PeopleFactsRow[]> {
  let after = '';
  for (;;) {
    const rows: (Omit<PeopleFactsRow, 'last'> & PersonRow)[] = await knex(
      'record as u',
    )
      .leftJoin('record as r', join =>
        join
          .on('r.tenant_id', 'u.tenant_id')
          .andOnVal('r.data_set', 'registrations')
          .andOn('r.record_key', 'u.record_key')
          .andOnVal('r.to_run', END),
      )
      .leftJoin('person as p', join =>
        join
          .on('p.tenant_id', 'u.tenant_id')
          .andOn('p.object_id', 'u.record_key')
          .andOnVal('p.to_snapshot', END)
          .andOnVal('p.from_snapshot', '<=', lastSnapshot),
      )
      .where({
        'u.tenant_id': tenantId,
        'u.data_set': 'users',
        'u.to_run': END,
      })
      .where('u.record_key', '>', after)
      .orderBy('u.record_key')
      .limit(size)
      .select(
        'u.record_key as object_id',
        'u.body as user_body',
        'r.body as registration_body',
        ...lastColumns.map(column => `p.${column}`),
      );
    if (rows.length > 0) {
      yield rows.map(row => ({
        object_id: row.object_id,
        user_body: row.user_body,
        registration_body: row.registration_body,
        last: row.from_snapshot === null ? null : row,
      }));
    }
    if (rows.length < size) {
      return;
    }
    after = rows[rows.length - 1].object_id;
  }
}
