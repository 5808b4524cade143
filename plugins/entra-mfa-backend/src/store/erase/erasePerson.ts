import type { Knex } from 'knex';
import type { RuleSettings } from '../../assess/types';
import { lockTenant } from '../run/claimRun';
import { isAlive } from '../run/isAlive';
import type { RunRow } from '../sql/tables';
import { eraseTraces } from './eraseTraces';
import { insertErasure } from './insertErasure';
import { Mentions } from './Mentions';
import { readIdentifiers } from './readIdentifiers';
import { readStillThere, type StillThere } from './readStillThere';
import type { Erased } from './types';

/** Who erases, when and why. */
export interface ErasedBy {
  by: string;
  at: Date;
  reason: string;
}

/** What became of it; nothing has changed unless it is `erased`. */
export type ErasureOutcome =
  | { outcome: 'erased' }
  | { outcome: 'unknown' }
  | { outcome: 'nothing-left' }
  | { outcome: 'sync-running' }
  | { outcome: 'named-in-reason' }
  | { outcome: 'still-there'; where: StillThere };

/**
 * Forgets a person, in one transaction that no run of the tenant begins or publishes in.
 *
 * @param rules - what the configuration gives the rules now
 */
export async function erasePerson(
  knex: Knex,
  erased: Erased,
  { by, at, reason }: ErasedBy,
  rules: RuleSettings,
): Promise<ErasureOutcome> {
  const { tenantId, objectId } = erased;
  return knex.transaction(async (trx): Promise<ErasureOutcome> => {
    const tenant = await lockTenant(trx, tenantId);
    if (!tenant) {
      return { outcome: 'unknown' };
    }
    const last = await trx<RunRow>('run')
      .where({ tenant_id: tenantId, run: tenant.last_run })
      .first();
    // A run holds names in its memory, and would write them. One that died has left its rows, which go too.
    if (last && (await isAlive(trx, last))) {
      return { outcome: 'sync-running' };
    }
    const identifiers = await readIdentifiers(trx, erased);
    if (!identifiers) {
      return { outcome: 'unknown' };
    }
    if (identifiers.names.length + identifiers.refs.length === 0) {
      return { outcome: 'nothing-left' };
    }
    const mentions = new Mentions(identifiers);
    if (mentions.isIn(reason)) {
      return { outcome: 'named-in-reason' };
    }
    const where = await readStillThere(trx, erased, {
      identifiers,
      mentions,
      rules,
    });
    if (
      where.inDirectory ||
      where.inFigures ||
      where.inCatalog ||
      where.inConfiguration ||
      where.namedBy.length > 0
    ) {
      return { outcome: 'still-there', where };
    }
    await eraseTraces(trx, erased, identifiers, mentions);
    await insertErasure(trx, {
      tenant_id: tenantId,
      object_id: objectId,
      erased_at: at,
      erased_by: by,
      reason,
    });
    return { outcome: 'erased' };
  });
}
