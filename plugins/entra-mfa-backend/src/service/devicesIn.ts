import type { Device } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { DeviceBody } from '../collectors/types';
import type { Snapshot } from '../store/asOf/types';
import type { RecordVersion } from '../store/read/readRecordVersions';

const dataSet = 'devices';

const asDevice = (body: object) => body as unknown as DeviceBody;

/** What the records of a person tell of their devices, the one used last first; null where it was not read. */
export function devicesIn(
  snapshot: Snapshot,
  records: readonly RecordVersion[],
): Device[] | null {
  if (!JSON.parse(snapshot.dataSets)[dataSet]) {
    return null;
  }
  return records
    .filter(record => record.dataSet === dataSet)
    .map(({ body }) => {
      const { owners, maybeMore, erased: _, ...device } = asDevice(body);
      return {
        ...device,
        owners: owners.length,
        ...(maybeMore && { maybeMoreOwners: true as const }),
      };
    })
    .sort((one, other) => byTime(other, one) || byName(one, other));
}

/** A record as whoever sees one of its people may see it: who else owns the device is not theirs. */
export function withoutOtherOwners({
  dataSet: of,
  body,
}: Pick<RecordVersion, 'dataSet' | 'body'>): Record<string, unknown> {
  return of === dataSet
    ? { ...body, owners: asDevice(body).owners.length }
    : body;
}

function byTime(one: Device, other: Device): number {
  return (one.lastSignIn ?? '').localeCompare(other.lastSignIn ?? '');
}

function byName(one: Device, other: Device): number {
  return (one.name ?? '').localeCompare(other.name ?? '');
}
