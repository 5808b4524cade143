import { z } from 'zod';
import { trustTypes } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { dateTime } from './dateTime';
import { orNone } from './orNone';
import type { Collector, DeviceBody } from './types';

/** Graph gives no more of what is expanded, and does not say whether there are more. */
const MOST_EXPANDED = 20;

/** Stands for the owner of a device that has none. */
export const NO_OWNER = '00000000-0000-0000-0000-000000000000';

const text = orNone(z.string());
const flag = orNone(z.boolean());

const row = z.object({
  id: z.string().min(1),
  displayName: text,
  operatingSystem: text,
  operatingSystemVersion: text,
  trustType: text,
  isCompliant: flag,
  isManaged: flag,
  approximateLastSignInDateTime: dateTime,
  registrationDateTime: dateTime,
  // Without it nobody would be known to own the device.
  registeredOwners: z.array(z.object({ id: z.string().min(1) })),
});

type Row = z.infer<typeof row>;

/** How Microsoft calls it. */
const trustOf: Readonly<Record<string, DeviceBody['trust']>> = {
  Workplace: 'registered',
  AzureAd: 'joined',
  ServerAd: 'hybrid-joined',
} satisfies Record<string, (typeof trustTypes)[number]>;

/**
 * The devices of the directory with who owns them: one record for each owner, and one for a device of nobody. No serial
 * number, no id of the hardware and nothing else that says more than what it is and whether it is compliant.
 */
export const devices: Collector<Row> = {
  id: 'devices',
  title: 'Devices with their owners',
  source: 'graph',
  endpoint: '/devices',
  query: {
    $select:
      'id,displayName,operatingSystem,operatingSystemVersion,trustType,isCompliant,isManaged,approximateLastSignInDateTime,registrationDateTime',
    $expand: 'registeredOwners($select=id)',
    $top: '999',
  },
  pace: 'directory',
  permission: 'Device.Read.All',
  licence: null,
  why: 'To show the devices of a person and whether they are compliant',
  documentation: 'https://learn.microsoft.com/graph/api/device-list',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: 'until-refused',
  decidesNothing: true,
  staysErased: true,
  row,
  toRecords(device) {
    const id = device.id.toLowerCase();
    const owners = [
      ...new Set(device.registeredOwners.map(owner => owner.id.toLowerCase())),
    ].sort();
    const body: DeviceBody = {
      name: device.displayName || null,
      operatingSystem: device.operatingSystem || null,
      version: device.operatingSystemVersion || null,
      trust: trustOf[device.trustType ?? ''] ?? null,
      compliant: device.isCompliant ?? null,
      managed: device.isManaged ?? null,
      // Microsoft says it only about: the day is enough.
      lastSignIn: device.approximateLastSignInDateTime?.slice(0, 10) || null,
      registeredAt: device.registrationDateTime || null,
      owners,
      ...(device.registeredOwners.length >= MOST_EXPANDED && {
        maybeMore: true,
      }),
    };
    return (owners.length > 0 ? owners : [NO_OWNER]).map(owner => ({
      key: `${owner}|${id}`,
      body: { ...body },
    }));
  },
};
