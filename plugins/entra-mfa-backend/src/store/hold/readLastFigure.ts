import type { Knex } from 'knex';
import type { Figure } from '../../assess/suddenFall';
import type { StoredCounts } from '../../assess/types';
import { END, type CoverageRow } from '../tables';

/** Reads the tenant's figure that is published; null before the first. */
export async function readLastFigure(
  knex: Knex,
  of: { tenantId: string; lastSnapshot: number },
): Promise<Figure | null> {
  const row = await knex<CoverageRow>('coverage')
    .where({ tenant_id: of.tenantId, team_ref: '', to_snapshot: END })
    .where('from_snapshot', '<=', of.lastSnapshot)
    .first('counts');
  return row ? toFigure(row) : null;
}

/** What a line of counts says of a fall. */
export function toFigure({ counts }: Pick<CoverageRow, 'counts'>): Figure {
  const { states, inScope }: StoredCounts = JSON.parse(counts);
  const { covered, uncovered, exempt } = states;
  return { covered, uncovered, exempt, inScope };
}
