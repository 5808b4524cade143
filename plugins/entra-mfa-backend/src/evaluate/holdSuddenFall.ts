import type { FigureChange } from '../assess/FigureChange';
import { fellFurther, suddenFall, type FallLimits } from '../assess/suddenFall';
import { toDate } from '../store/sql/instant';
import { openHold } from '../store/hold/openHold';
import { readOpenHold } from '../store/hold/readOpenHold';
import type { PublicationHoldRow } from '../store/sql/tables';
import { FigureHeldError } from './FigureHeldError';
import type { RunContext } from '../collect/RunContext';

/**
 * Throws `FigureHeldError`, and keeps the figure held, where the new one fell in a way that cannot be
 * believed and nobody has released it.
 *
 * @param change - what the data alone made of the published figure
 */
export async function holdSuddenFall(
  { knex, claim, clock }: RunContext,
  limits: FallLimits,
  change: FigureChange,
): Promise<void> {
  const held = await readOpenHold(knex, claim.tenantId);
  const fall = suddenFall(change, limits);
  // That of a doubted reading says nothing of a fall.
  const open = held?.data_sets === null ? held : null;
  const { before, now } = change;
  if (!fall || (open?.released_at && !fellFurther(seenOf(open), now, limits))) {
    return;
  }
  if (!open || open.released_at || !isSameRow(open, change)) {
    const at = clock.now();
    const finding = {
      since: open ? toDate(open.since) : at,
      snapshot: claim.lastSnapshot,
      from_covered: before.covered,
      from_uncovered: before.uncovered,
      to_covered: now.covered,
      to_uncovered: now.uncovered,
      people: fall.people,
      data_sets: null,
    };
    await openHold(knex, claim, finding, at);
  }
  throw new FigureHeldError(fall, change);
}

/** Released is what somebody saw; what fell as far again since is another fall. */
function seenOf(hold: PublicationHoldRow) {
  return { covered: hold.to_covered, uncovered: hold.to_uncovered };
}

function isSameRow(hold: PublicationHoldRow, { now }: FigureChange): boolean {
  return hold.to_covered === now.covered && hold.to_uncovered === now.uncovered;
}
