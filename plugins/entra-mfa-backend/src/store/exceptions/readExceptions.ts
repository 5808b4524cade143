import {
  exceptionStates,
  type exceptionSorts,
  type ExceptionState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import type { SnapshotView } from '../asOf/types';
import type { ExceptionRow } from '../sql/tables';
import { exceptionStateIn } from './exceptionStateIn';
import {
  visibleExceptions,
  type ExceptionVisibility,
} from './visibleExceptions';

/** What a list of exceptions is asked for. */
export interface ExceptionsRequest {
  /** They are told as they were at that time. */
  at: Date;
  /** Whether that is now: then all that is on record is told, whichever clock it was recorded by. */
  isNow: boolean;
  visibility: ExceptionVisibility;
  states: readonly ExceptionState[] | undefined;
  /** The object id of whom they are for. */
  person: string | undefined;
  sort: (typeof exceptionSorts)[number];
}

/** The end of a page: when it was asked for in milliseconds, or its last day; and its id. */
export type ExceptionPlace = [string | number, string];

/** A page of exceptions, and where it ends when there are more. */
export async function readExceptions(
  knex: Knex,
  view: SnapshotView,
  request: ExceptionsRequest,
  page: { after: ExceptionPlace | null; limit: number },
): Promise<{ rows: ExceptionRow[]; next: ExceptionPlace | null }> {
  const { at, isNow, states, person, sort } = request;
  const query = seen(knex, view, request)
    .limit(page.limit + 1)
    .select('e.*');
  if (states) {
    query.whereRaw(`(?) in (${states.map(() => '?').join(', ') || 'null'})`, [
      exceptionStateIn(knex, at, isNow),
      ...states,
    ]);
  }
  if (person !== undefined) {
    query.andWhere({ 'e.subject_kind': 'person', 'e.subject': person });
  }
  const newestFirst = sort === 'requested';
  const column = newestFirst ? 'e.requested_at' : 'e.until';
  query.orderBy([
    { column, order: newestFirst ? 'desc' : 'asc' },
    { column: 'e.exception_id' },
  ]);
  if (page.after) {
    const [place, id] = page.after;
    const value = newestFirst ? new Date(place) : place;
    query.andWhere(later =>
      later
        .where(column, newestFirst ? '<' : '>', value)
        .orWhere(same =>
          same.where(column, value).andWhere('e.exception_id', '>', id),
        ),
    );
  }
  const rows: ExceptionRow[] = await query;
  const shown = rows.slice(0, page.limit);
  const last = shown[shown.length - 1];
  const placeOf = ({ requested_at, until, exception_id }: ExceptionRow) =>
    [
      newestFirst ? toDate(requested_at).getTime() : until,
      exception_id,
    ] as ExceptionPlace;
  return { rows: shown, next: rows.length > page.limit ? placeOf(last) : null };
}

/** How many exceptions of each state the caller may see. */
export async function countExceptions(
  knex: Knex,
  view: SnapshotView,
  request: Pick<ExceptionsRequest, 'at' | 'isNow' | 'visibility'>,
): Promise<Record<ExceptionState, number>> {
  const rows: { state: ExceptionState; exceptions: number | string }[] =
    await knex
      .from(
        seen(knex, view, request)
          .select({ state: exceptionStateIn(knex, request.at, request.isNow) })
          .as('seen'),
      )
      .groupBy('state')
      .select('state')
      .count({ exceptions: '*' });
  const counts = new Map(
    rows.map(({ state, exceptions }) => [state, Number(exceptions)]),
  );
  return Object.fromEntries(
    exceptionStates.map(state => [state, counts.get(state) ?? 0]),
  ) as Record<ExceptionState, number>;
}

/** Whether the caller may see one exception. */
export async function seesException(
  knex: Knex,
  view: SnapshotView,
  id: string,
  request: Pick<ExceptionsRequest, 'at' | 'isNow' | 'visibility'>,
): Promise<boolean> {
  const row = await seen(knex, view, request)
    .andWhere('e.exception_id', id)
    .first('e.exception_id');
  return row !== undefined;
}

function seen(
  knex: Knex,
  view: SnapshotView,
  {
    at,
    isNow,
    visibility,
  }: Pick<ExceptionsRequest, 'at' | 'isNow' | 'visibility'>,
): Knex.QueryBuilder {
  const query = knex({ e: 'exception' })
    .where('e.tenant_id', view.tenantId)
    .andWhere(visibleExceptions(knex, view, visibility));
  return isNow ? query : query.andWhere('e.requested_at', '<=', at);
}
