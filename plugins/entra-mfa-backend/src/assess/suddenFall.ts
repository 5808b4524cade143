import { coverageOf } from 'backstage-plugin-entra-mfa-common';

/** What a fall is told by: a tenant's line of counts. */
export interface Figure {
  covered: number;
  uncovered: number;
  inScope: number;
  exempt: number;
}

/** From where on a fall is held back. */
export interface FallLimits {
  /** So many people fewer are covered, at least. */
  people: number;
  /** Coverage is down by so much per thousand, at least; 0 holds nothing back. */
  permille: number;
}

/** A fall that people cannot have caused one by one. */
export interface SuddenFall {
  fromPermille: number;
  /** Null where nobody is counted any more. */
  toPermille: number | null;
  /** How many people fewer are covered, those with a new exception left aside. */
  people: number;
}

/** The population counts as unchanged within a part of 1 / 20. */
const POPULATION_PART = 20;

/**
 * Finds a fall that smells of a lost permission or licence, or of an outage of the report: the same
 * people, and many of them lost their registration at once. Other rules, or other people, change a
 * figure for a reason that is known, so that is none.
 *
 * @param before - the figure that is published
 * @param now - the figure that would be
 */
export function suddenFall(
  before: Figure,
  now: Figure,
  limits: FallLimits,
): SuddenFall | null {
  // Whom an approved exception took out of the figure has lost nothing.
  const exempted = Math.max(0, now.exempt - before.exempt);
  const people = before.covered - now.covered - exempted;
  const joined = Math.abs(now.inScope - before.inScope);
  const { permille: fromPermille } = coverageOf(
    before.covered,
    before.uncovered,
    0,
  );
  if (
    limits.permille === 0 ||
    fromPermille === null ||
    people < Math.max(1, limits.people) ||
    joined * POPULATION_PART > before.inScope
  ) {
    return null;
  }
  const { permille: toPermille } = coverageOf(now.covered, now.uncovered, 0);
  return toPermille === null || fromPermille - toPermille >= limits.permille
    ? { fromPermille, toPermille, people }
    : null;
}
