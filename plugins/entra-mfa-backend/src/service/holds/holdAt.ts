import type { PublicationHold } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readOpenHold } from '../../store/hold/readOpenHold';
import { readHoldAt } from '../../store/read/readHolds';
import { timeOf } from '../timeOf';
import type { ReadContext } from '../types';
import { toHold } from './toHold';

/**
 * The hold of a tenant's figure as it was at a time; null where none was. Of now, it is the one on record,
 * by whichever clock it was opened or released.
 */
export async function holdAt(
  { knex, clock }: Pick<ReadContext, 'knex' | 'clock'>,
  tenantId: string,
  at: string | undefined,
): Promise<PublicationHold | null> {
  if (at === undefined) {
    const open = await readOpenHold(knex, tenantId);
    return open && toHold(open);
  }
  const time = timeOf(at, clock.now());
  const row = await readHoldAt(knex, tenantId, time);
  if (!row) {
    return null;
  }
  const hold = toHold(row);
  const isReleased = hold.releasedAt && new Date(hold.releasedAt) <= time;
  return isReleased ? hold : { ...hold, releasedAt: null };
}
