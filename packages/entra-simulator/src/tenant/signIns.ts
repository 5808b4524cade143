import { dayInMilliseconds } from '../clock';
import type { Account } from './account';
import type { Collection, Row } from './collection';
import type { GeneratedTenant } from './generatedTenant';
import type { Licence } from './organization';
import { detectionsOf, episodeOf, idOf, mostDetections, seattle } from './risk';

/** For how long the tenant keeps them. */
const keptDays = 30;

/** How many positions each account has: one for what each detection was about, and one for a sign-in as any. */
const each = mostDetections + 1;

/** The draws that decide sign-ins; numbers are part of the data, so none is used twice. */
const named = { outcome: 9200, time: 9300 } as const;

const outcomes = [
  { status: [53003, 'failure'], state: 'atRisk', share: 0.35 },
  { status: [50126, 'notApplied'], state: 'atRisk', share: 0.6 },
  { status: [0, 'success'], state: 'remediated', share: 0.85 },
  { status: [0, 'notApplied'], state: 'atRisk', share: 1 },
] as const;

/**
 * Sign-ins of the last thirty days, account by account: those that were risky, and of everybody the last one that was
 * not. How high a risk is, only Entra ID P2 tells.
 */
export function signIns(
  tenant: GeneratedTenant,
  time: number,
  licence: Licence,
): Collection {
  const isHidden = licence !== 'p2';
  return {
    positions: tenant.population.positions * each,
    row(position) {
      const account = tenant.accountAt(Math.floor(position / each), time);
      const place = position % each;
      if (!account) {
        return undefined;
      }
      const made =
        place === mostDetections
          ? ordinary(account, time)
          : risky(account, place, time);
      return made && made.at > time - keptDays * dayInMilliseconds
        ? rowOf(account, made, isHidden)
        : undefined;
    },
  };
}

interface SignIn {
  at: number;
  level: string;
  state: string;
  status: readonly [errorCode: number, conditionalAccess: string];
}

function ordinary({ draw, kind }: Account, time: number): SignIn | undefined {
  const hour = Math.floor(time / 3_600_000) - 1 - draw.below(named.time, 100);
  return kind === 'employee'
    ? {
        at: hour * 3_600_000,
        level: 'none',
        state: 'none',
        status: [0, 'success'],
      }
    : undefined;
}

/** The sign-in that a detection was about; what leaked was about none. */
function risky(
  account: Account,
  place: number,
  time: number,
): SignIn | undefined {
  const episode = episodeOf(account, time);
  const detection = episode && detectionsOf(account, episode, time)[place];
  if (!detection || detection.type === 'leakedCredentials') {
    return undefined;
  }
  const drawn = account.draw.unit(named.outcome + place);
  const { status, state } = outcomes.find(({ share }) => drawn < share)!;
  return { at: detection.at, level: 'medium', state, status };
}

function rowOf(
  account: Account,
  { at, level, state, status }: SignIn,
  isHidden: boolean,
): Row {
  const [errorCode, conditionalAccessStatus] = status;
  const riskLevel = isHidden ? 'hidden' : level;
  return {
    id: idOf(account, at),
    createdDateTime: `${new Date(at).toISOString().slice(0, 19)}Z`,
    userDisplayName: account.name.displayName,
    userPrincipalName: account.userPrincipalName,
    userId: account.id,
    appId: 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
    appDisplayName: 'Graph Explorer',
    ipAddress: '198.51.100.20',
    clientAppUsed: 'Browser',
    correlationId: idOf(account, at + 1),
    conditionalAccessStatus,
    isInteractive: true,
    riskDetail: isHidden ? 'hidden' : 'none',
    riskLevelAggregated: riskLevel,
    riskLevelDuringSignIn: riskLevel,
    riskState: state,
    riskEventTypes: [],
    riskEventTypes_v2: [],
    resourceDisplayName: 'Microsoft Graph',
    resourceId: '00000003-0000-0000-c000-000000000000',
    status: {
      errorCode,
      failureReason: errorCode === 0 ? null : 'Simulated',
      additionalDetails: null,
    },
    deviceDetail: {
      deviceId: '',
      displayName: '',
      operatingSystem: 'Windows10',
      browser: 'Edge 139.0.0',
      isCompliant: false,
      isManaged: false,
      trustType: '',
    },
    location: seattle,
    appliedConditionalAccessPolicies: [],
  };
}
