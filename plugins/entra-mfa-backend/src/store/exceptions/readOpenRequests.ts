import type { Knex } from 'knex';
import type { ExceptionRow } from '../sql/tables';
import { openRequests } from './openRequests';

/** Requests that wait for a decision, in the order in which they were asked for. */
export async function readOpenRequests(
  knex: Knex,
  tenantId: string,
  now: Date,
): Promise<ExceptionRow[]> {
  return openRequests(knex, tenantId, now).orderBy([
    'requested_at',
    'exception_id',
  ]);
}
