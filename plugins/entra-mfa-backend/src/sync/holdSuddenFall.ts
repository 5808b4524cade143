import { doubted } from '../assess/doubted';
import { suddenFall, type FallLimits, type Figure } from '../assess/suddenFall';
import { toDate } from '../store/instant';
import { openHold } from '../store/hold/openHold';
import { readLastFigure } from '../store/hold/readLastFigure';
import { readOpenHold } from '../store/hold/readOpenHold';
import type { HoldRow } from '../store/tables';
import { FigureHeldError } from './FigureHeldError';
import type { RunContext } from './RunContext';

/**
 * Throws `FigureHeldError`, and keeps the figure held, where the new one fell in a way that cannot be
 * believed and nobody has released it.
 *
 * @param sameRules - whether the rules are those of the published figure; while a figure is held, a
 *   change of the rules does not let the fall through unseen
 */
export async function holdSuddenFall(
  { knex, claim, clock }: RunContext,
  limits: FallLimits,
  figure: Figure,
  sameRules: boolean,
): Promise<void> {
  const before = await readLastFigure(knex, claim);
  const open = await readOpenHold(knex, claim.tenantId);
  if (!before || !(sameRules || open)) {
    return;
  }
  const now = doubted(before, figure);
  const fall = suddenFall(before, now, limits);
  if (!fall || (open?.released_at && isAsReleased(open, now, limits))) {
    return;
  }
  if (!open || open.released_at || !saysTheSame(open, now)) {
    const at = clock.now();
    const finding = {
      since: open ? toDate(open.since) : at,
      snapshot: claim.lastSnapshot,
      from_covered: before.covered,
      from_uncovered: before.uncovered,
      to_covered: now.covered,
      to_uncovered: now.uncovered,
    };
    await openHold(knex, claim, finding, at);
  }
  throw new FigureHeldError(fall, now.uncovered - figure.uncovered);
}

/** Released is what somebody saw; what fell as far again since is another fall. */
function isAsReleased(hold: HoldRow, now: Figure, limits: FallLimits) {
  const seen = {
    covered: hold.to_covered,
    uncovered: hold.to_uncovered,
    inScope: now.inScope,
    exempt: now.exempt,
  };
  return suddenFall(seen, now, limits) === null;
}

function saysTheSame(hold: HoldRow, now: Figure): boolean {
  return hold.to_covered === now.covered && hold.to_uncovered === now.uncovered;
}
