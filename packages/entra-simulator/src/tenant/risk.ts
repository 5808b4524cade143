import { dayInMilliseconds } from '../clock';
import { enabledAt, existsAt, type Account } from './account';
import type { Collection, Row } from './collection';
import type { GeneratedTenant } from './generatedTenant';
import type { Licence } from './organization';

/** How long a stretch is in which somebody comes to be at risk once at most. */
const stretchDays = 60;
const share = 0.05;

/** How many detections lead to it at most. */
export const mostDetections = 3;

/** The draws that decide risk; numbers are part of the data, so none is used twice. */
const named = {
  comes: 8000,
  day: 8100,
  lasts: 8200,
  level: 8300,
  ends: 8400,
  detections: 8500,
  type: 8600,
  compromised: 9000,
} as const;

const levels = ['low', 'medium', 'medium', 'high'];
const types = [
  'unfamiliarFeatures',
  'anonymizedIPAddress',
  'leakedCredentials',
  'unlikelyTravel',
  'maliciousIPAddress',
];

/** That an account came to be at risk. */
export interface Episode {
  /** Of 100 stretches, after which draws repeat. */
  number: number;
  from: number;
  /** When it was dealt with. */
  to: number;
  level: string;
  state: string;
  detail: string;
  updatedAt: number;
}

/** What one detection is. */
export interface Detection {
  at: number;
  type: string;
}

/** Where everybody signs in. */
export const seattle = {
  city: 'Seattle',
  state: 'Washington',
  countryOrRegion: 'US',
  geoCoordinates: {
    altitude: null,
    latitude: 47.60621,
    longitude: -122.33207,
  },
} as const;

/** How the account is at risk, or was last; undefined where it never was. */
export function episodeOf(account: Account, time: number): Episode | undefined {
  const { draw, kind } = account;
  if (kind !== 'employee') {
    return undefined;
  }
  const length = stretchDays * dayInMilliseconds;
  const stretch = Math.floor(time / length);
  for (const one of [stretch, stretch - 1]) {
    const number = one % 100;
    const from = (one + draw.unit(named.day + number)) * length;
    if (
      draw.chance(named.comes + number, share) &&
      from <= time &&
      enabledAt(account, from)
    ) {
      const to =
        from + ((3 + draw.below(named.lasts + number, 50)) * length) / 60;
      const isOver = to <= time;
      const compromised = draw.chance(named.compromised + number, 0.15);
      const dismissed = draw.chance(named.ends + number, 0.3);
      const open = compromised ? 'confirmedCompromised' : 'atRisk';
      const over = dismissed ? 'dismissed' : 'remediated';
      const why = dismissed
        ? 'adminDismissedAllRiskForUser'
        : 'userPerformedSecuredPasswordChange';
      const since = compromised ? 'adminConfirmedUserCompromised' : 'none';
      return {
        number,
        from,
        to,
        level: isOver
          ? 'none'
          : levels[draw.below(named.level + number, levels.length)],
        state: isOver ? over : open,
        detail: isOver ? why : since,
        updatedAt: isOver ? to : from,
      };
    }
  }
  return undefined;
}

/** What led to it, the first detection first. */
export function detectionsOf(
  { draw }: Account,
  { number, from, to }: Episode,
  time: number,
): Detection[] {
  const count = 1 + draw.below(named.detections + number, mostDetections);
  return Array.from({ length: count }, (_, place) => ({
    at: from + (place * (to - from)) / mostDetections,
    type: types[
      draw.below(named.type + number * mostDetections + place, types.length)
    ],
  })).filter(({ at }) => at <= time);
}

/** Who is at risk, or was: Microsoft keeps those whose risk was dealt with. */
export function riskyUsers(tenant: GeneratedTenant, time: number): Collection {
  return {
    positions: tenant.population.positions,
    row(position) {
      const account = tenant.accountAt(position, time);
      const episode = account && episodeOf(account, time);
      return account && episode
        ? {
            id: account.id,
            isDeleted: !existsAt(account, time),
            isProcessing: false,
            riskLevel: episode.level,
            riskState: episode.state,
            riskDetail: episode.detail,
            riskLastUpdatedDateTime: isoOf(episode.updatedAt),
            userDisplayName: account.name.displayName,
            userPrincipalName: account.userPrincipalName,
          }
        : undefined;
    },
  };
}

/** What was detected, account by account; of what kind and how bad it is, only Entra ID P2 tells. */
export function riskDetections(
  tenant: GeneratedTenant,
  time: number,
  licence: Licence,
): Collection {
  return {
    positions: tenant.population.positions * mostDetections,
    row(position) {
      const account = tenant.accountAt(
        Math.floor(position / mostDetections),
        time,
      );
      const episode = account && episodeOf(account, time);
      const place = position % mostDetections;
      const detection = episode && detectionsOf(account, episode, time)[place];
      return detection && detectionRow(account, episode, detection, licence);
    },
  };
}

function detectionRow(
  account: Account,
  { number, level, state, detail }: Episode,
  { at, type }: Detection,
  licence: Licence,
): Row {
  const { id } = account;
  const isHidden = licence !== 'p2';
  const requestId = idOf(account, at);
  return {
    id: requestId,
    requestId,
    correlationId: idOf(account, at + 1),
    riskEventType: isHidden ? 'generic' : type,
    riskState: state,
    riskLevel: isHidden ? 'hidden' : level,
    riskDetail: isHidden ? 'hidden' : detail,
    source: 'IdentityProtection',
    detectionTimingType: type === 'leakedCredentials' ? 'offline' : 'realtime',
    activity: type === 'leakedCredentials' ? 'user' : 'signin',
    tokenIssuerType: 'AzureAD',
    ipAddress: `203.0.113.${number + 1}`,
    location: seattle,
    activityDateTime: isoOf(at),
    detectedDateTime: isoOf(at),
    lastUpdatedDateTime: isoOf(at),
    userId: id,
    userDisplayName: account.name.displayName,
    userPrincipalName: account.userPrincipalName,
    additionalInfo:
      '[{"Key":"userAgent","Value":"Mozilla/5.0 (Windows NT 10.0; Win64; x64)"}]',
  };
}

/** The id of something that happened to an account at a time: the same whenever it is asked for. */
export function idOf({ id }: Account, at: number): string {
  return `${id.slice(0, -12)}${Math.floor(at)
    .toString(16)
    .padStart(12, '0')
    .slice(-12)}`;
}

/** As Graph writes times of Identity Protection. */
function isoOf(time: number): string {
  return new Date(time).toISOString().replace('Z', '0000Z');
}
