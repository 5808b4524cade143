import { createHash } from 'node:crypto';
import { dayInMilliseconds } from '../clock';
import type { Account } from './account';
import type { Collection, Row } from './collection';
import type { GeneratedTenant } from './generatedTenant';

/** The most owners of a device that Graph gives with it. */
const mostExpanded = 20;

/** How many positions each account has. */
const each = 3;

/** How likely somebody has one more device. */
const chances = [0.92, 0.55, 0.12];

/** So many accounts share a device for everybody who comes by, and stand beside one of nobody. */
const accountsToShared = 400;

/** The draws that decide devices; numbers are part of the data, so none is used twice. */
const named = {
  has: 8000,
  kind: 8010,
  managed: 8020,
  compliant: 8030,
  seen: 8040,
  idle: 8050,
  registered: 8060,
} as const;

/** Graph says of a device about when it was used, and no more often than this. */
const refreshed = 14 * dayInMilliseconds;

type Kind = {
  operatingSystem: string;
  version: string;
  trustType: 'AzureAd' | 'ServerAd' | 'Workplace';
  nameOf(account: Account, place: number): string;
};

const laptop: Kind = {
  operatingSystem: 'Windows',
  version: '10.0.26100.4652',
  trustType: 'AzureAd',
  nameOf: ({ code }, place) => `LT-${code.toString(16).toUpperCase()}-${place}`,
};

/** People call their own devices after themselves. */
const kinds: readonly Kind[] = [
  laptop,
  { ...laptop, version: '10.0.22631.5624', trustType: 'ServerAd' },
  {
    operatingSystem: 'MacMDM',
    version: '15.6.1',
    trustType: 'Workplace',
    nameOf: ({ name }) => `${name.givenName}’s MacBook Pro`,
  },
  {
    operatingSystem: 'IPhone',
    version: '18.6',
    trustType: 'Workplace',
    nameOf: ({ name }) => `${name.givenName}’s iPhone`,
  },
  {
    operatingSystem: 'Android',
    version: '16',
    trustType: 'Workplace',
    nameOf: ({ name, code }) => `${name.givenName}_Android_${code % 10_000}`,
  },
];

/**
 * The devices of a tenant: up to three of each employee, some that nobody manages, and a few that many share or
 * nobody owns.
 *
 * @param withOwners - whether `registeredOwners` is expanded
 */
export function devices(
  tenant: GeneratedTenant,
  time: number,
  withOwners: boolean,
): Collection {
  const { positions: accounts } = tenant.population;
  const owned = accounts * each;
  const shared = Math.ceil(accounts / accountsToShared);
  return {
    positions: owned + shared * 2,
    row(position) {
      const found =
        position < owned
          ? deviceOf(tenant, position, time)
          : sharedDevice(tenant, position - owned, shared, time);
      return found && rowOf(found, withOwners);
    },
  };
}

interface Device {
  /** By what it is told from all others. */
  seed: string;
  name: string;
  kind: Kind;
  /** Null where nobody manages it, so that nobody knows. */
  compliant: boolean | null;
  lastSeen: number;
  registered: number;
  owners: string[];
}

function deviceOf(
  tenant: GeneratedTenant,
  position: number,
  time: number,
): Device | undefined {
  const account = tenant.accountAt(Math.floor(position / each), time);
  const place = position % each;
  if (account?.kind !== 'employee') {
    return undefined;
  }
  const { draw, id, createdAt } = account;
  const registered =
    createdAt + draw.unit(named.registered + place) * 20 * dayInMilliseconds;
  if (
    !draw.chance(named.has + place, chances[place]) ||
    registered > time ||
    time >= account.disabledAt
  ) {
    return undefined;
  }
  const isManaged = draw.chance(named.managed + place, place ? 0.6 : 0.97);
  const kind =
    place === 0
      ? kinds[draw.below(named.kind, 3)]
      : kinds[2 + draw.below(named.kind + place, kinds.length - 2)];
  // Some are not used any more.
  const idle = draw.chance(named.idle + place, 0.12) ? 120 : 0;
  const phase = draw.unit(named.seen + place) * refreshed;
  const seen =
    Math.floor((time - phase) / refreshed) * refreshed +
    phase -
    idle * dayInMilliseconds;
  return {
    seed: `${id}/${place}`,
    name: kind.nameOf(account, place + 1),
    kind,
    compliant: isManaged ? draw.chance(named.compliant + place, 0.88) : null,
    lastSeen: Math.max(seen, registered),
    registered,
    owners: [id],
  };
}

/** The first of them are used by many, the others belong to nobody. */
function sharedDevice(
  tenant: GeneratedTenant,
  place: number,
  count: number,
  time: number,
): Device {
  const isOwned = place < count;
  const registered = Date.UTC(2024, 0, 1);
  const owners: string[] = [];
  const { positions } = tenant.population;
  for (let at = place * accountsToShared; isOwned && at < positions; at += 1) {
    const account = tenant.accountAt(at, time);
    if (account?.kind === 'employee') {
      owners.push(account.id);
    }
    if (owners.length === mostExpanded) {
      break;
    }
  }
  return {
    seed: `shared/${place}`,
    name: `${isOwned ? 'KIOSK' : 'ROOM'}-${place + 1}`,
    kind: laptop,
    compliant: isOwned,
    lastSeen: Math.floor(time / refreshed) * refreshed,
    registered,
    owners,
  };
}

function rowOf(device: Device, withOwners: boolean): Row {
  const { kind, compliant } = device;
  return {
    id: guidOf(`object/${device.seed}`),
    deviceId: guidOf(`device/${device.seed}`),
    displayName: device.name,
    accountEnabled: true,
    operatingSystem: kind.operatingSystem,
    operatingSystemVersion: kind.version,
    trustType: kind.trustType,
    isCompliant: compliant,
    // Both are null of a device that nobody manages.
    isManaged: compliant === null ? null : true,
    approximateLastSignInDateTime: seconds(device.lastSeen),
    registrationDateTime: seconds(device.registered),
    ...(withOwners && {
      registeredOwners: device.owners.map(id => ({
        '@odata.type': '#microsoft.graph.user',
        id,
      })),
    }),
  };
}

/** Every property of a device that may be selected. */
export const deviceProperties: readonly string[] = [
  'id',
  'deviceId',
  'displayName',
  'accountEnabled',
  'operatingSystem',
  'operatingSystemVersion',
  'trustType',
  'isCompliant',
  'isManaged',
  'approximateLastSignInDateTime',
  'registrationDateTime',
];

function seconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function guidOf(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
