import type { Trail } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readTrail, type TrailRow } from '../../store/connections/readTrail';
import { toDate } from '../../store/sql/instant';
import { nextCursor, placeOfCursor } from '../cursor';
import type { QueryOf, ReadContext } from '../types';
import { requireConnection } from './requireConnection';

/** A page of the audit trail of a connection, the newest first; also of one that is not configured any more. */
export async function getTrail(
  { knex }: Pick<ReadContext, 'knex'>,
  tenant: string,
  query: QueryOf<'getTrail'>,
): Promise<Trail> {
  const tenantId = await requireConnection(knex, tenant);
  const place = placeOfCursor(query, ['integer']);
  const { rows, next } = await readTrail(knex, tenantId, {
    before: place && Number(place.after[0]),
    limit: query.limit,
    kinds: query.kind,
    from: query.from === undefined ? undefined : new Date(query.from),
    to: query.to === undefined ? undefined : endOf(query.to),
  });
  return {
    items: rows.map(toEvent),
    pageInfo: {
      nextCursor: nextCursor(query, 0, next === null ? null : [next]),
    },
  };
}

function endOf(to: string): Date {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(to);
  return new Date(new Date(to).getTime() + (isDate ? 86_400_000 : 0));
}

function toEvent(row: TrailRow): Trail['items'][number] {
  return {
    sequence: row.sequence,
    at: toDate(row.at).toISOString(),
    actor: {
      kind: row.actor_kind,
      ref: row.actor_kind === 'user' ? row.user_ref : row.service,
    },
    kind: row.kind,
    outcome: row.outcome,
    details: JSON.parse(row.details),
  };
}
