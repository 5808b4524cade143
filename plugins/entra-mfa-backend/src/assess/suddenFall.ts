import { coverageOf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Figure, FigureChange } from './FigureChange';

/** From where on a fall is held back. */
export interface FallLimits {
  /** So many people make the fall, at least. */
  people: number;
  /** Coverage is down by so much per thousand, at least; 0 holds nothing back. */
  permille: number;
}

/** A fall that people cannot have caused one by one. */
export interface SuddenFall {
  fromPermille: number;
  /** Null where nobody is counted any more. */
  toPermille: number | null;
  /** How many people make it: covered no more, or in scope and not covered. */
  people: number;
}

/**
 * Finds a fall that smells of a lost permission or licence, or of an outage of the report or the
 * directory: the same people, and many of them lost their registration, or came into scope or left it,
 * at once. Null for a change that is none.
 */
export function suddenFall(
  { before, now, lost, entered }: FigureChange,
  limits: FallLimits,
): SuddenFall | null {
  return fall(before, now, lost + sum(entered), limits);
}

/**
 * Whether a figure fell as far again since somebody looked at it.
 *
 * @param seen - what was looked at
 */
export function fellFurther(
  seen: Figure,
  now: Figure,
  limits: FallLimits,
): boolean {
  const people = Math.max(
    seen.covered - now.covered,
    now.uncovered - seen.uncovered,
  );
  return fall(seen, now, people, limits) !== null;
}

function fall(
  before: Figure,
  now: Figure,
  people: number,
  limits: FallLimits,
): SuddenFall | null {
  const fromPermille = permilleOf(before);
  const toPermille = permilleOf(now);
  if (
    limits.permille === 0 ||
    fromPermille === null ||
    people < Math.max(1, limits.people)
  ) {
    return null;
  }
  return toPermille === null || fromPermille - toPermille >= limits.permille
    ? { fromPermille, toPermille, people }
    : null;
}

function permilleOf({ covered, uncovered }: Figure): number | null {
  return coverageOf(covered, uncovered, 0).permille;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) {
    total += count;
  }
  return total;
}
