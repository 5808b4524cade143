/** A statement that may be unknown, which is neither of the others. */
export type Verdict = 'met' | 'not-met' | 'unknown';

/** How far the figures of a team may be relied on; `unknown` where nothing was read of it. */
export type Freshness = 'fresh' | 'stale' | 'held' | 'unknown';

/** Figures of a team, all of them known. */
interface Figures {
  covered: number;
  uncovered: number;
  permille: number;
  short: number;
  phoneOnly: number;
}

/** How a team stands, in one tenant or in all in which it has people. */
export interface TeamFacts {
  target: Verdict;
  freshness: Freshness;
  /** Null where the target is unknown: what is stale, held or hidden is no figure. */
  figures: Figures | null;
  /** Of uncovered people who hold a privileged role; null where that is not known. */
  privilegedUncovered: number | null;
  /** When the directory was read, ISO 8601; null where it was not. */
  readAt: string | null;
  /** The status of each control, as `framework/id`; one that is not there is unknown. */
  controls: ReadonlyMap<string, Verdict>;
}

/** Of a team of which nothing is known. */
export const unknownTeam: TeamFacts = {
  target: 'unknown',
  freshness: 'unknown',
  figures: null,
  privilegedUncovered: null,
  readAt: null,
  controls: new Map(),
};
