import type { DoubtedDataSet } from '../assess/doubt/Doubt';
import { openHold } from '../store/hold/openHold';
import { readOpenHold } from '../store/hold/readOpenHold';
import { toDate } from '../store/sql/instant';
import { readPublishedFigure } from '../store/hold/readPublishedFigure';
import type { RunContext } from './RunContext';

/**
 * Holds the figure for readings that are doubted, so that somebody may release them. A fall of the figure
 * that was released already is left alone: its release would be lost.
 */
export async function holdDoubted(
  { knex, claim, clock }: RunContext,
  doubted: readonly DoubtedDataSet[],
): Promise<void> {
  const open = await readOpenHold(knex, claim.tenantId);
  if (open?.released_at && open.data_sets === null) {
    return;
  }
  const { covered, uncovered } = await readPublishedFigure(knex, claim);
  const at = clock.now();
  const finding = {
    since: open && open.data_sets !== null ? toDate(open.since) : at,
    snapshot: claim.lastSnapshot,
    from_covered: covered,
    from_uncovered: uncovered,
    to_covered: covered,
    to_uncovered: uncovered,
    people: 0,
    data_sets: JSON.stringify(
      doubted.map(({ dataSet, before, rows }) => ({ dataSet, before, rows })),
    ),
  };
  await openHold(knex, claim, finding, at);
}
