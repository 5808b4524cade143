import {
  formatPermille,
  type Problem,
} from 'backstage-plugin-entra-mfa-common';
import { scopeProperties, type FigureChange } from '../assess/FigureChange';
import type { SuddenFall } from '../assess/suddenFall';

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

function problemOf(
  { fromPermille, toPermille }: SuddenFall,
  { lost, notKnown, left, entered }: FigureChange,
): Problem {
  const from = formatPermille(fromPermille);
  const to =
    toPermille === null
      ? 'nothing, because nobody counts any more'
      : formatPermille(toPermille);
  const what = [
    ...(lost > 0 ? [`${lost} people fewer are covered`] : []),
    ...changesOf(left, 'of them left the scope'),
    ...changesOf(entered, 'people came into scope and are not covered'),
  ].join('; ');
  const doubt =
    notKnown > 0
      ? ` (${notKnown} of them are not known now, and taken for not registered here)`
      : '';
  return {
    code: 'sudden-fall',
    message: `Among the people who counted before, the figure would fall from ${from} to ${to}: ${what}${doubt}. A lost licence or permission, or an outage of the report or the directory, looks like this. The last figure stays.`,
    action:
      'Check in Microsoft Entra that the tenant has Entra ID P1 or P2 and that the app has AuditLog.Read.All and User.Read.All, look at a few of the accounts, and see Microsoft’s service health. If the fall is real, release the figure by hand on the page; if the figure comes back, the hold ends by itself.',
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
