import type { Figure } from './suddenFall';

/**
 * A figure as it would be if those who are covered no more, and of whom nothing is known now, had not
 * registered. Rows that vanish from the report make nobody uncovered until they are missed twice: the
 * coverage of those who are left may even rise, and by the second read nobody new is covered no more. So
 * a fall has to be told by the first.
 *
 * @param before - the figure that is published
 * @param now - the figure that would be
 */
export function doubted(before: Figure, now: Figure): Figure {
  const lost =
    before.covered - now.covered - Math.max(0, now.exempt - before.exempt);
  const notKnown = Math.min(lost, unknownOf(now) - unknownOf(before));
  // Of nobody there is no figure, and that is told as such.
  return notKnown > 0 && now.covered + now.uncovered > 0
    ? { ...now, uncovered: now.uncovered + notKnown }
    : now;
}

function unknownOf({ covered, uncovered, exempt, inScope }: Figure): number {
  return inScope - exempt - covered - uncovered;
}
