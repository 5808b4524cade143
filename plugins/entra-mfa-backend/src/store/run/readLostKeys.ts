import type { Knex } from 'knex';
import type { RuleSettings } from '../../assess/types';
import type { Collector } from '../../collectors/types';
import { decides } from '../sql/decides';
import type { Fence } from './fence';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

/**
 * The keys of the records that a run wrote without a value of a property, and whose version before had one,
 * as far as they decide of somebody: a small part of all, see `refuseMissing`.
 *
 * @param property - of the body's first level, a plain name
 */
export async function readLostKeys(
  knex: Knex,
  of: Pick<Fence, 'tenantId' | 'run'>,
  { id, decides: decidesOf }: Pick<Collector, 'id' | 'decides'>,
  property: string,
  settings: Pick<RuleSettings, 'countGuests'>,
): Promise<string[]> {
  const isMissing = `%"${property}":null%`;
  const rows = await knex<RecordRow>({ fresh: 'record' })
    .join({ before: 'record' }, join =>
      join
        .on('before.tenant_id', 'fresh.tenant_id')
        .andOn('before.data_set', 'fresh.data_set')
        .andOn('before.record_key', 'fresh.record_key'),
    )
    .where({
      'fresh.tenant_id': of.tenantId,
      'fresh.data_set': id,
      'fresh.from_run': of.run,
      'before.to_run': STILL_TRUE,
    })
    .where('before.from_run', '<', of.run)
    .where('fresh.body', 'like', isMissing)
    .whereNot('before.body', 'like', isMissing)
    .where(query => {
      if (id === 'registrations') {
        query.where(decides(knex, 'fresh', settings));
      }
    })
    .select({ key: 'fresh.record_key', body: 'fresh.body' });
  return rows
    .filter(({ body }) => decidesOf?.(property, JSON.parse(body)) ?? true)
    .map(({ key }) => key);
}
