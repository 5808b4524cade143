import type { Knex } from 'knex';
import { NO_OWNER } from '../../../collectors/devices';
import type { DeviceBody } from '../../../collectors/types';
import { recordAt } from '../../asOf/recordAt';
import { keyIn } from '../../sql/keyIn';
import { NOTHING, STILL_TRUE, type RecordRow } from '../../sql/tables';

/** Devices at a version of the data set, against an earlier one; without it, against none. */
export interface DeviceRange {
  tenantId: string;
  version: number;
  since: number | null;
}

/** Where the id of the device stands in a key, counted from 1: after the object id of an owner, and what divides them. */
const DEVICE_AT = NO_OWNER.length + 2;

/** The object id of the device in a key. */
export const deviceIn = (key: string) => key.slice(DEVICE_AT - 1);

/**
 * The keys of the devices that are others than at the earlier version, each once whatever owners it has, page by page:
 * that of the record of the first owner.
 */
export async function* devicesChanged(
  knex: Knex,
  { tenantId, version, since }: DeviceRange,
  atOnce: number,
): AsyncGenerator<string[]> {
  for await (const rows of pagesOf(atOnce, () => {
    const query = recordsOf(knex, tenantId).where(recordAt(version));
    return since === null ? query : query.where('from_run', '>', since);
  })) {
    yield rows.filter(isFirst).map(({ record_key: key }) => key);
  }
}

/** The keys of the devices that were there at the earlier version, and are not at the later one whoever owns them. */
export async function* devicesGone(
  knex: Knex,
  { tenantId, version, since }: DeviceRange,
  atOnce: number,
): AsyncGenerator<string[]> {
  if (since === null) {
    return;
  }
  const now = () => recordsOf(knex, tenantId).where(recordAt(version));
  for await (const rows of pagesOf(atOnce, () =>
    recordsOf(knex, tenantId)
      .where(recordAt(since))
      // Without a later version, none is there.
      .where('to_run', '<=', version === NOTHING ? STILL_TRUE : version),
  )) {
    const ended = rows.filter(isFirst).map(({ record_key: key }) => key);
    const changed: string[] = await now()
      .where(keyIn(knex, 'record_key', ended))
      .pluck('record_key');
    const left = without(ended, changed, key => key);
    const moved: string[] =
      left.length === 0
        ? []
        : await now()
            .where(
              keyIn(
                knex,
                knex.raw('substr(record_key, ?)', [DEVICE_AT]),
                left.map(deviceIn),
              ),
            )
            .pluck('record_key');
    yield without(left, moved, deviceIn);
  }
}

/** The devices of some keys at a version. */
export async function readDevices(
  knex: Knex,
  { tenantId, version }: DeviceRange,
  keys: readonly string[],
): Promise<Map<string, DeviceBody>> {
  const rows: Row[] = await recordsOf(knex, tenantId)
    .where(recordAt(version))
    .where(keyIn(knex, 'record_key', keys))
    .select('record_key', 'body');
  return new Map(rows.map(row => [row.record_key, JSON.parse(row.body)]));
}

type Row = Pick<RecordRow, 'record_key' | 'body'>;

async function* pagesOf(
  atOnce: number,
  records: () => Knex.QueryBuilder<RecordRow>,
): AsyncGenerator<Row[]> {
  let after = '';
  let rows: Row[];
  do {
    rows = await records()
      .andWhere('record_key', '>', after)
      .orderBy('record_key')
      .limit(atOnce)
      .select('record_key', 'body');
    yield rows;
    after = rows[rows.length - 1]?.record_key;
  } while (rows.length === atOnce);
}

function recordsOf(knex: Knex, tenantId: string): Knex.QueryBuilder<RecordRow> {
  return knex<RecordRow>('record').where({
    tenant_id: tenantId,
    data_set: 'devices',
  });
}

/** Whether it is the record of the first owner, or of a device of nobody. */
function isFirst({ record_key: key, body }: Row): boolean {
  const { owners }: DeviceBody = JSON.parse(body);
  return key.startsWith(`${owners[0] ?? NO_OWNER}|`);
}

function without(
  keys: readonly string[],
  others: readonly string[],
  by: (key: string) => string,
): string[] {
  const known = new Set(others.map(by));
  return keys.filter(key => !known.has(by(key)));
}
