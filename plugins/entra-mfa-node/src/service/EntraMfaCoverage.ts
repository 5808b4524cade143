import type { StaleCause } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * How far a figure may be relied on.
 *
 * - `fresh`: it may
 * - `stale`: the data behind it is too old: see `staleCauses`
 * - `held`: a sudden fall is held back, and what is told is the figure before it
 * - `no-data`: no sync has published yet, or no tenant is configured
 *
 * @public
 */
export type EntraMfaTrust = 'fresh' | 'stale' | 'held' | 'no-data';

/** Of when an answer is, and how far it may be relied on. @public */
export interface EntraMfaAsOf {
  /** Whether the answer may be relied on; anything but `fresh` is not of now. */
  trust: EntraMfaTrust;
  /** Why it is stale; empty unless it is. */
  staleCauses: StaleCause[];
  /** Since when a fall of the figure is held, ISO 8601; null while none is. */
  heldSince: string | null;
  /** When the portal read the directory, ISO 8601; null before the first sync. */
  readAt: string | null;
  /** When Microsoft refreshed the report that was read, ISO 8601; null where that is not known. */
  reportRefreshedAt: string | null;
  /** The published snapshot that answered, ISO 8601; null before the first. */
  snapshot: { number: number; at: string } | null;
  /** The tenant that was asked, as its directory calls it; null where none is configured. */
  tenant: { id: string; name: string } | null;
}

/**
 * Why it is not known whether a target is met.
 *
 * - `no-data`, `stale`, `held`: see {@link EntraMfaTrust}
 * - `hidden`: so few people that their figures are for who may see their names
 * - `nobody`: nobody of them counts
 *
 * @public
 */
export type EntraMfaNotKnown =
  | 'no-data'
  | 'stale'
  | 'held'
  | 'hidden'
  | 'nobody';

/** How a set of people stands against a target. @public */
export interface EntraMfaCoverage extends EntraMfaAsOf {
  /** What covered means: registered, or capable as well. Null before the first sync. */
  basis: 'registered' | 'capable' | null;
  /** Covered people; null where they are hidden or not known. */
  covered: number | null;
  /** People who count and are not covered. */
  uncovered: number | null;
  /** People of whom nothing may be concluded: they are in neither of the two. */
  unknown: number | null;
  /** People with an approved exception: they are in neither of the two. */
  exempt: number | null;
  /** Covered per thousand of covered and uncovered, cut off; null for nobody. */
  permille: number | null;
  /** What is aimed at, covered per thousand. */
  targetPermille: number;
  /** How many people are missing to the target; null where that is not known. */
  short: number | null;
  /** Whether the target is met. Stale, held and hidden figures never meet it. */
  target: 'met' | 'not-met' | 'not-known';
  /** Why it is not known; null where it is. */
  notKnown: EntraMfaNotKnown | null;
}

/** The coverage of a team with its sub-teams, each person once. @public */
export interface EntraMfaTeamCoverage extends EntraMfaCoverage {
  /** The Group entity. */
  team: { ref: string; title: string };
  /** How many tenants are read beside the one that was asked: the team may have people there, too. */
  otherTenants: number;
}

/** A team in a list of all teams: see {@link EntraMfaTeamCoverage}. @public */
export interface EntraMfaListedTeam extends Omit<EntraMfaCoverage, 'exempt'> {
  /** The Group entity. */
  team: { ref: string; title: string };
  /** Registered people whose every method is a phone; null where they are hidden. */
  phoneOnly: number | null;
}

/** The coverage of those who own something of the catalog, each person once. @public */
export interface EntraMfaOwnersCoverage extends EntraMfaCoverage {
  /** What they own. */
  entity: { ref: string; title: string };
  /** Owners as the catalog names them; `found` is false where it leads to nobody. */
  owners: { ref: string; found: boolean }[];
}
