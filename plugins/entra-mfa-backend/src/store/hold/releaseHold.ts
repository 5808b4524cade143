import type { Knex } from 'knex';
import type { PublicationHoldRow } from '../sql/tables';

/** Who releases a figure that is held, when, and why. */
export interface Release {
  by: string;
  at: Date;
  reason: string;
}

/** Releases what one run found. Returns false where that is no longer what is held. */
export async function releaseHold(
  knex: Knex,
  hold: { tenantId: string; run: number },
  { by, at, reason }: Release,
): Promise<boolean> {
  const released = await knex<PublicationHoldRow>('hold')
    .where({
      tenant_id: hold.tenantId,
      run: hold.run,
      closed_at: null,
      released_at: null,
    })
    .update({ released_by: by, released_at: at, reason });
  return released > 0;
}
