import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Holds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readOpenHold } from '../../store/hold/readOpenHold';
import { releaseHold } from '../../store/hold/releaseHold';
import { toDateOrNull } from '../../store/sql/instant';
import { readHolds } from '../../store/read/readHolds';
import type { HoldRow } from '../../store/sql/tables';
import { nextCursor, placeOfCursor } from '../cursor';
import type { QueryOf, ReadContext } from '../types';
import { toHold } from './toHold';
import type { HoldService, ReleaseBody } from './types';

const another =
  'Another figure is held by now, or somebody has released it: load the page again and look at what is held';

/** Lists and releases held figures. It trusts the user ref that it is given: see AuthorizedHoldService. */
export class DefaultHoldService implements HoldService<string> {
  readonly #context: Pick<ReadContext, 'knex' | 'clock' | 'sync' | 'snapshots'>;

  constructor(
    context: Pick<ReadContext, 'knex' | 'clock' | 'sync' | 'snapshots'>,
  ) {
    this.#context = context;
  }

  async getHolds(tenant: string, query: QueryOf<'getHolds'>): Promise<Holds> {
    const { knex } = this.#context;
    const tenantId = this.#tenantOf(tenant);
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

  async release(tenant: string, { reason, run }: ReleaseBody, by: string) {
    const { knex, clock } = this.#context;
    const tenantId = this.#tenantOf(tenant);
    const open = await readOpenHold(knex, tenantId);
    if (!open) {
      throw new NotFoundError(
        'No figure of this tenant is held: there is nothing to release',
      );
    }
    const at = clock.now();
    const isSeen = run === undefined || run === open.run;
    if (
      !isSeen ||
      !(await releaseHold(
        knex,
        { tenantId, run: open.run },
        { by, at, reason },
      ))
    ) {
      throw new ConflictError(another);
    }
    return {
      tenant: tenantId,
      run: open.run,
      releasedAt: at.toISOString(),
      syncStarted: await this.#startSync(tenantId),
    };
  }

  #tenantOf(tenant: string): string {
    // Never null of a tenant that is named.
    return this.#context.snapshots.tenantOf(tenant)!;
  }

  async #startSync(tenantId: string): Promise<boolean> {
    try {
      await this.#context.sync.trigger(tenantId);
      return true;
    } catch (error) {
      if (error instanceof ConflictError) {
        return false;
      }
      throw error;
    }
  }
}

function toListed(row: HoldRow): Holds['items'][number] {
  return {
    ...toHold(row),
    outcome: outcomeOf(row),
    releasedBy: row.released_by,
    reason: row.reason,
    closedAt: toDateOrNull(row.closed_at)?.toISOString() ?? null,
  };
}

function outcomeOf(row: HoldRow): Holds['items'][number]['outcome'] {
  if (row.closed_at === null) {
    return 'open';
  }
  if (row.closed_snapshot === null) {
    return 'superseded';
  }
  return row.released_at === null ? 'recovered' : 'released';
}
