import type { DeviceBody } from '../../../collectors/types';
import {
  eventOf,
  known,
  type EventAt,
  type EventClass,
  type EventOf,
} from './event';

/** Device Inventory Info. */
const deviceInventory: EventClass = {
  category_uid: 5,
  category_name: 'Discovery',
  class_uid: 5001,
  class_name: 'Device Inventory Info',
};

/** A type of OCSF. */
interface Type {
  id: number;
  /** Of the device, which is Unknown where the system runs on several kinds. */
  device: number;
}

/** The systems that Microsoft names, by how their names begin. */
const systems: readonly [string, Type][] = [
  ['windowsphone', { id: 101, device: 5 }],
  ['windows', { id: 100, device: 0 }],
  ['linux', { id: 200, device: 0 }],
  ['android', { id: 201, device: 0 }],
  ['mac', { id: 300, device: 0 }],
  ['ipad', { id: 302, device: 4 }],
  ['iphone', { id: 301, device: 5 }],
  ['ios', { id: 301, device: 0 }],
];

/** A device as a snapshot has it. What is not known of it is left out, never false. */
export function toDeviceInventory(
  of: EventOf,
  { id, body }: { id: string; body: DeviceBody },
  at: EventAt,
) {
  const isNamed = of.keyId === null;
  const system = body.operatingSystem;
  const type = system === null ? null : typeOf(system);
  const [owner, ...others] = body.owners;
  return eventOf(of, deviceInventory, at, {
    activity: { id: 2, name: 'Collect' },
    severity: 1,
    about: {
      device: {
        uid: of.uidOf(id),
        type_id: type?.device ?? 0,
        ...known({
          is_compliant: body.compliant,
          is_managed: body.managed,
          os: system && {
            name: system,
            type_id: type?.id ?? 99,
            ...known({ version: body.version }),
          },
          owner: owner === undefined ? null : { uid: of.uidOf(owner) },
        }),
        // Any of these tells which device it is to whoever has the directory.
        ...(isNamed &&
          known({
            name: body.name,
            last_seen_time: timeOf(body.lastSignIn),
            created_time: timeOf(body.registeredAt),
          })),
      },
    },
    unmapped: known({
      trust: body.trust,
      other_owners: others.length > 0 ? others.map(of.uidOf).sort() : null,
      maybe_more_owners: body.maybeMore,
    }),
  });
}

/** A device that is not in the directory any more. OCSF has no activity for it, so it is another one. */
export function toDeviceGone(of: EventOf, id: string, at: EventAt) {
  return eventOf(of, deviceInventory, at, {
    activity: { id: 99, name: 'Delete' },
    severity: 1,
    about: { device: { uid: of.uidOf(id), type_id: 0 } },
    unmapped: { deleted: true },
  });
}

function typeOf(system: string): Type | undefined {
  const name = system.toLowerCase().replace(/ /g, '');
  return systems.find(([begin]) => name.startsWith(begin))?.[1];
}

function timeOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
