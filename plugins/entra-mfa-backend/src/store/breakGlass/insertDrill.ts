import type { Knex } from 'knex';
import type { BreakGlassDrillRow } from '../sql/tables';

/** Puts a drill on record. */
export async function insertDrill(
  knex: Knex,
  drill: BreakGlassDrillRow & { recorded_at: Date },
): Promise<void> {
  await knex<BreakGlassDrillRow>('break_glass_drill').insert(drill);
}
