import type { Knex } from 'knex';
import type { ExceptionRow } from '../sql/tables';

/** What is known of an exception when it is asked for. */
export type RequestedException = Pick<
  ExceptionRow,
  | 'tenant_id'
  | 'exception_id'
  | 'subject_kind'
  | 'subject'
  | 'reason'
  | 'until'
  | 'people_asked'
  | 'requested_by'
> & { requested_at: Date };

/** Puts a request on record. */
export async function insertException(
  knex: Knex,
  request: RequestedException,
): Promise<void> {
  await knex<ExceptionRow>('exception').insert(request);
}
