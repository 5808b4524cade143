import type { Knex } from 'knex';

/**
 * When the line of `coverage` began that was a team's at a snapshot. Teams change often, so the one that
 * began last is found by its key, not by going through all of the team's.
 *
 * @param teamRef - of the team, or the column that holds it; empty for the tenant
 * @param snapshot - its number, or the column that holds it
 */
export function lastBegan(
  knex: Knex,
  tenantId: string,
  teamRef: string | Knex.Ref<string, Record<string, string>>,
  snapshot: number | Knex.Ref<string, Record<string, string>>,
): Knex.QueryBuilder {
  return knex({ v: 'coverage' })
    .where('v.tenant_id', tenantId)
    .andWhere('v.team_ref', teamRef)
    .andWhere('v.from_snapshot', '<=', snapshot)
    .max('v.from_snapshot');
}
