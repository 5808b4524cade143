import {
  formatPermille,
  type Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { scopeProperties, type FigureChange } from '../assess/FigureChange';
import type { SuddenFall } from '../assess/suddenFall';
import { syncProblems } from '../problems/syncProblems';
import { tell } from '../problems/tell';

/** The figure fell in a way that cannot be believed, so the last one stays. */
export class FigureHeldError extends Error {
  readonly name = 'FigureHeldError';
  readonly problem: Problem;

  constructor(fall: SuddenFall, change: FigureChange) {
    const problem = problemOf(fall, change);
    super(`${problem.message} ${problem.action}`);
    this.problem = problem;
  }
}

function inWords(permille: number | null): string {
  return formatPermille(permille) ?? 'nothing, because nobody counts any more';
}

function problemOf(
  { fromPermille, toPermille }: SuddenFall,
  { lost, notKnown, left, entered }: FigureChange,
): Problem {
  const changes = [
    ...(lost > 0 ? [`${lost} people fewer are covered`] : []),
    ...changesOf(left, 'of them left the scope'),
    ...changesOf(entered, 'people came into scope and are not covered'),
  ].join('; ');
  const doubt =
    notKnown > 0
      ? ` (${notKnown} of them are not known now, and taken for not registered here)`
      : '';
  return {
    ...tell(syncProblems.suddenFall, {
      from: inWords(fromPermille),
      to: inWords(toPermille),
      changes,
      doubt,
    }),
    dataSet: null,
    since: null,
  };
}

function changesOf(
  counts: ReadonlyMap<string, number>,
  what: string,
): string[] {
  const properties: Record<string, string | undefined> = scopeProperties;
  return [...counts].map(
    ([scopeClass, count]) =>
      `${count} ${what} by ${properties[scopeClass] ?? scopeClass}`,
  );
}
