import type {
  ConnectionState,
  TrailDetails,
  TrailKind,
  TrailOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** An event of the trail, as far as a state follows from it. */
export interface Replayed {
  at: Date;
  kind: TrailKind;
  outcome: TrailOutcome;
  details: TrailDetails;
}

/** The life of a connection up to an event. */
export interface ReplayedState {
  state: ConnectionState;
  since: Date;
  /** Since when it is stale; null where it is not. */
  staleSince: Date | null;
  /** Codes, and of which data set: why it is not healthy. */
  problems: string[];
  clientId: string | null;
  /** Data sets that miss a permission or consent. */
  refused: string[];
}

/**
 * The state of a connection from its trail alone, the oldest event first: what an auditor who has nothing but the
 * trail can say. It shares no code with what writes states. Null where it was never connected.
 */
export function replayTrail(events: readonly Replayed[]): ReplayedState | null {
  return events.reduce<ReplayedState | null>(afterEvent, null);
}

function afterEvent(
  before: ReplayedState | null,
  { at, kind, outcome, details }: Replayed,
): ReplayedState | null {
  if (kind === 'connected') {
    return {
      state: 'connecting',
      since: at,
      staleSince: null,
      problems: [],
      clientId: textOf(details.clientId),
      refused: [],
    };
  }
  if (before === null) {
    return null;
  }
  switch (kind) {
    case 'connected-again':
      return { ...before, state: 'connecting', since: at, problems: [] };
    case 'disconnected':
      return {
        ...before,
        state: 'disconnected',
        since: at,
        staleSince: null,
        problems: [],
      };
    case 'credential-changed':
      return { ...before, clientId: textOf(details.clientId) };
    case 'read':
    case 'read-failed': {
      if (details.overtaken === true) {
        return before;
      }
      const state = outcome === 'done' ? 'healthy' : 'needs-attention';
      return {
        ...before,
        state,
        since: state === before.state ? before.since : at,
        problems: listOf(details.problems),
      };
    }
    case 'stale-began':
      return { ...before, staleSince: at };
    case 'stale-ended':
      return { ...before, staleSince: null };
    case 'consent-lost':
      return {
        ...before,
        refused: [...before.refused, ...listOf(details.dataSets)].sort(),
      };
    case 'consent-given': {
      const given = listOf(details.dataSets);
      return {
        ...before,
        refused: before.refused.filter(id => !given.includes(id)),
      };
    }
    default:
      return before;
  }
}

function listOf(value: TrailDetails[string] | undefined): string[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: TrailDetails[string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
