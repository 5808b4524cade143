import type { Knex } from 'knex';
import { STILL_TRUE, type PersonEntityRow } from '../sql/tables';

/**
 * Reads the further User entities of everybody from one object id to another, as they are true now:
 * sorted, by object id, those of whom there are any.
 */
export async function readPersonEntities(
  knex: Knex,
  of: { tenantId: string; from: string; to: string; lastSnapshot: number },
): Promise<Map<string, string[]>> {
  const rows = await knex<PersonEntityRow>('person_entity')
    .where({ tenant_id: of.tenantId, to_snapshot: STILL_TRUE })
    .whereBetween('object_id', [of.from, of.to])
    .where('from_snapshot', '<=', of.lastSnapshot)
    .orderBy('entity_ref')
    .select('object_id', 'entity_ref');
  const byPerson = new Map<string, string[]>();
  for (const { object_id, entity_ref } of rows) {
    byPerson.set(object_id, [...(byPerson.get(object_id) ?? []), entity_ref]);
  }
  return byPerson;
}
