import {
  exceptionStates,
  naturalOrders,
  type exceptionSorts,
  type ExceptionState,
  type SortOrder,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import type { SnapshotView } from '../asOf/types';
import type { ExceptionRow } from '../sql/tables';
import { exceptionStateIn } from './exceptionStateIn';
import { namedExceptions, type ExceptionSight } from './namedExceptions';
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
  /** A text in what the caller is told of them. */
  named?: { q: string; sight: ExceptionSight };
  sort: (typeof exceptionSorts)[number];
  /** Without it, the natural one of the sort. */
  order?: SortOrder;
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
  const { sort, order = naturalOrders.exceptions[sort] } = request;
  const query = foundBy(knex, view, request)
    .limit(page.limit + 1)
    .select('e.*');
  const byRequest = sort === 'requested';
  const column = byRequest ? 'e.requested_at' : 'e.until';
  query.orderBy([{ column, order }, { column: 'e.exception_id' }]);
  if (page.after) {
    const [place, id] = page.after;
    const value = byRequest ? new Date(place) : place;
    query.andWhere(later =>
      later
        .where(column, order === 'desc' ? '<' : '>', value)
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
      byRequest ? toDate(requested_at).getTime() : until,
      exception_id,
    ] as ExceptionPlace;
  return { rows: shown, next: rows.length > page.limit ? placeOf(last) : null };
}

/** How many exceptions a request finds, on all its pages. */
export async function countFoundExceptions(
  knex: Knex,
  view: SnapshotView,
  request: ExceptionsRequest,
): Promise<number> {
  const [{ items }] = await foundBy(knex, view, request).count({ items: '*' });
  return Number(items);
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

function foundBy(
  knex: Knex,
  view: SnapshotView,
  request: ExceptionsRequest,
): Knex.QueryBuilder {
  const { at, isNow, states, person, named } = request;
  const query = seen(knex, view, request);
  if (states) {
    query.whereRaw(`(?) in (${states.map(() => '?').join(', ') || 'null'})`, [
      exceptionStateIn(knex, at, isNow),
      ...states,
    ]);
  }
  if (person !== undefined) {
    query.andWhere({ 'e.subject_kind': 'person', 'e.subject': person });
  }
  if (named) {
    query.andWhere(namedExceptions(knex, view, named.q, named.sight));
  }
  return query;
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
