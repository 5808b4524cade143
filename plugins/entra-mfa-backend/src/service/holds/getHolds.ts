import type { Holds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readHolds } from '../../store/read/readHolds';
import { toDateOrNull } from '../../store/sql/instant';
import type { PublicationHoldRow } from '../../store/sql/tables';
import { nextCursor, placeOfCursor } from '../cursor';
import type { QueryOf, ReadContext } from '../types';
import { toHold } from './toHold';

/** Sudden falls that were held, newest first, and who released them. */
export async function getHolds(
  { knex, snapshots }: Pick<ReadContext, 'knex' | 'snapshots'>,
  tenant: string,
  query: QueryOf<'getHolds'>,
): Promise<Holds> {
  const tenantId = await snapshots.tenantOf(tenant);
  const place = placeOfCursor(query, ['integer']);
  const { rows, next } = await readHolds(knex, tenantId, {
    before: place && Number(place.after[0]),
    limit: query.limit,
  });
  return {
    items: rows.map(toListed),
    pageInfo: {
      nextCursor: nextCursor(query, 0, next === null ? null : [next]),
    },
  };
}

function toListed(row: PublicationHoldRow): Holds['items'][number] {
  return {
    ...toHold(row),
    outcome: outcomeOf(row),
    releasedBy: row.released_by,
    reason: row.reason,
    closedAt: toDateOrNull(row.closed_at)?.toISOString() ?? null,
  };
}

function outcomeOf(row: PublicationHoldRow): Holds['items'][number]['outcome'] {
  if (row.closed_at === null) {
    return 'open';
  }
  if (row.closed_snapshot === null) {
    return 'superseded';
  }
  return row.released_at === null ? 'recovered' : 'released';
}
