import type {
  Freshness,
  Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaAsOf, EntraMfaTrust } from './EntraMfaCoverage';

/** What an answer says of its time; `hold` is told by the overview alone. */
interface Told {
  tenant: { id: string; name: string } | null;
  snapshot: { number: number; at: string } | null;
  freshness: Freshness;
  hold: Overview['hold'];
}

/** How far an answer may be relied on. A hold says more than old age does, and is told first. */
export function toAsOf({
  tenant,
  snapshot,
  freshness,
  hold,
}: Told): EntraMfaAsOf {
  const { stale, staleCauses, readAt, reportRefreshedAt } = freshness;
  return {
    trust: trustOf(snapshot !== null, hold !== null, stale),
    staleCauses,
    heldSince: hold?.since ?? null,
    readAt,
    reportRefreshedAt,
    snapshot: snapshot && { number: snapshot.number, at: snapshot.at },
    tenant: tenant && { id: tenant.id, name: tenant.name },
  };
}

function trustOf(
  hasData: boolean,
  isHeld: boolean,
  isStale: boolean,
): EntraMfaTrust {
  if (!hasData) {
    return 'no-data';
  }
  if (isHeld) {
    return 'held';
  }
  return isStale ? 'stale' : 'fresh';
}
