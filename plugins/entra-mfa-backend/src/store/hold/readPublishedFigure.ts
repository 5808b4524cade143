import type { Knex } from 'knex';
import type { Figure } from '../../assess/FigureChange';
import { STILL_TRUE, type CoverageRow } from '../sql/tables';

/** The tenant's figure as it is published now; nobody before the first snapshot. */
export async function readPublishedFigure(
  knex: Knex,
  { tenantId, lastSnapshot }: { tenantId: string; lastSnapshot: number },
): Promise<Figure> {
  const row = await knex<CoverageRow>('coverage')
    .where({ tenant_id: tenantId, team_ref: '', to_snapshot: STILL_TRUE })
    .where('from_snapshot', '<=', lastSnapshot)
    .first('covered', 'uncovered');
  return { covered: row?.covered ?? 0, uncovered: row?.uncovered ?? 0 };
}
