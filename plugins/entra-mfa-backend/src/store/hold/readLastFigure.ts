import type { Knex } from 'knex';
import type { Figure } from '../../assess/suddenFall';
import { END, type CoverageRow } from '../tables';

/** Reads the tenant's figure that is published; null before the first. */
export async function readLastFigure(
  knex: Knex,
  of: { tenantId: string; lastSnapshot: number },
): Promise<Figure | null> {
  const row = await knex<CoverageRow>('coverage')
    .where({ tenant_id: of.tenantId, team_ref: '', to_snapshot: END })
    .where('from_snapshot', '<=', of.lastSnapshot)
    .first('covered', 'uncovered', 'in_scope');
  return row
    ? { covered: row.covered, uncovered: row.uncovered, inScope: row.in_scope }
    : null;
}
