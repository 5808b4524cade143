import type { TrailKind } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { ConnectionEventRow } from '../sql/tables';

/** An event with the ref of the user who made it, where one did. */
export type TrailRow = ConnectionEventRow & { user_ref: string | null };

/** A page of a tenant's trail, the newest first, and where it ends when there are more. */
export async function readTrail(
  knex: Knex,
  tenantId: string,
  page: {
    before: number | null;
    limit: number;
    kinds?: readonly TrailKind[];
    from?: Date;
    /** Without that moment itself. */
    to?: Date;
  },
): Promise<{ rows: TrailRow[]; next: number | null }> {
  const query = knex({ event: 'connection_event' })
    .leftJoin({ who: 'connection_event_user' }, on =>
      on
        .on('who.tenant_id', 'event.tenant_id')
        .on('who.sequence', 'event.sequence'),
    )
    .where('event.tenant_id', tenantId)
    .orderBy('event.sequence', 'desc')
    .limit(page.limit + 1)
    .select('event.*', 'who.user_ref');
  if (page.before !== null) {
    query.andWhere('event.sequence', '<', page.before);
  }
  if (page.kinds && page.kinds.length > 0) {
    query.whereIn('event.kind', page.kinds);
  }
  if (page.from) {
    query.andWhere('event.at', '>=', page.from);
  }
  if (page.to) {
    query.andWhere('event.at', '<', page.to);
  }
  const rows: TrailRow[] = await query;
  const shown = rows.slice(0, page.limit);
  return {
    rows: shown,
    next: rows.length > page.limit ? shown[shown.length - 1].sequence : null,
  };
}
