import type { PersonErased } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { rulesOf } from '../../config/rulesOf';
import { erasePerson as eraseFromStore } from '../../store/erase/erasePerson';
import type { BodyOf, ReadContext } from '../types';
import { refuse } from './refuse';

/**
 * Forgets a person. It trusts the user ref that it is given.
 *
 * @param by - the entity ref of the user who decided it
 */
export async function erasePerson(
  {
    knex,
    clock,
    config,
    snapshots,
  }: Pick<ReadContext, 'knex' | 'clock' | 'config' | 'snapshots'>,
  { tenant, id }: { tenant: string; id: string },
  { reason }: BodyOf<'erasePerson'>,
  by: string,
): Promise<PersonErased> {
  // Also of one that is disconnected: what is kept of it can be let go.
  const tenantId = await snapshots.tenantOf(tenant);
  const objectId = id.toLowerCase();
  const at = clock.now();
  const result = await eraseFromStore(
    knex,
    { tenantId, objectId },
    { by, at, reason },
    rulesOf(config, tenantId),
  );
  if (result.outcome !== 'erased') {
    refuse(result);
  }
  return { tenant: tenantId, id: objectId, erasedAt: at.toISOString() };
}
