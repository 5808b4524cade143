import { hash } from 'crypto';
import type { Knex } from 'knex';
import { NO_OWNER } from '../../collectors/devices';
import type { DeviceBody } from '../../collectors/types';
import type { RecordRow } from '../sql/tables';
import { eraseBody } from './eraseBody';
import type { Mentions } from './Mentions';
import { mentioning } from './mentioning';
import type { Erased } from './types';

const dataSet = 'devices';

/**
 * Takes a person out of all versions of devices: whatever they ever owned has no name any more, since people call a
 * device after themselves, nor has a device whose name mentions them. What they owned alone is nobody's.
 */
export async function eraseDevices(
  trx: Knex.Transaction,
  { tenantId, objectId }: Erased,
  mentions: Mentions,
): Promise<void> {
  const records = () =>
    trx<RecordRow>('record').where({ tenant_id: tenantId, data_set: dataSet });
  const own: string[] = await records()
    .where('record_key', '>', `${objectId}|`)
    .where('record_key', '<', `${objectId}|\uffff`)
    .distinct('record_key')
    .pluck('record_key');
  const likely = await records()
    .where(mentioning(mentions, 'body'))
    .select('record_key', 'body');
  const named = likely.filter(({ body }) => {
    const { name }: DeviceBody = JSON.parse(body);
    return name !== null && mentions.isIn(name);
  });
  const keys = [...own, ...named.map(({ record_key: key }) => key)];
  for (const device of new Set(keys.map(key => partsOf(key).device))) {
    // Some devices, and a scan of all for each: somebody is forgotten once.
    const versions = await records().where('record_key', 'like', `%|${device}`);
    const taken = new Set(versions.map(placeOf));
    for (const row of versions) {
      const body: DeviceBody = JSON.parse(row.body);
      const owners = body.owners.filter(id => id !== objectId);
      const isOwn = partsOf(row.record_key).owner === objectId;
      const key = isOwn ? `${NO_OWNER}|${device}` : row.record_key;
      const place = { ...row, record_key: key };
      const erased = eraseBody(dataSet, JSON.stringify({ ...body, owners }));
      const it = records().where({
        record_key: row.record_key,
        from_run: row.from_run,
      });
      if (isOwn && (owners.length > 0 || taken.has(placeOf(place)))) {
        await it.delete();
      } else {
        await it.update({
          record_key: key,
          body: erased,
          // What a run makes of the row that Microsoft gives still: see comparePage.
          hash: hash('sha256', erased, 'base64url'),
        });
      }
    }
  }
}

function partsOf(key: string): { owner: string; device: string } {
  const [owner, device] = key.split('|');
  return { owner, device };
}

function placeOf({
  record_key: key,
  from_run: run,
}: Pick<RecordRow, 'record_key' | 'from_run'>): string {
  return `${key} ${run}`;
}
