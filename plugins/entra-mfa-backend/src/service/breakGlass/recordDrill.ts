import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Drill,
  RecordDrillBody,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { randomUUID } from 'node:crypto';
import { insertDrill } from '../../store/breakGlass/insertDrill';
import type { ReadContext } from '../types';
import { toDrill } from './toDrill';

/** Records that a configured account was tried. What is on record is never changed. */
export async function recordDrill(
  { knex, clock, config, snapshots }: ReadContext,
  { tenant, id }: { tenant: string; id: string },
  { on, note }: RecordDrillBody,
  by: string,
): Promise<Drill> {
  const tenantId = await snapshots.tenantToActOn(tenant);
  const objectId = id.toLowerCase();
  if (!config.rules.breakGlassIds.includes(objectId)) {
    throw new NotFoundError(
      'This object id is no configured break-glass account: add it to entraMfa.breakGlassIds first',
    );
  }
  const now = clock.now();
  const today = now.toISOString().slice(0, 10);
  if (on > today) {
    throw new InputError(
      `Parameter 'on' must not lie in the future: it is ${on}, and today is ${today} (UTC)`,
    );
  }
  const row = {
    tenant_id: tenantId,
    object_id: objectId,
    drill_id: randomUUID(),
    held_on: on,
    note: note || null,
    recorded_by: by,
    recorded_at: now,
  };
  await insertDrill(knex, row);
  return toDrill(row);
}
