import type { Knex } from 'knex';
import { STILL_TRUE, type OwnedEntityRow } from '../sql/tables';

const REFS_AT_ONCE = 5_000;

/** Reads which entities the last snapshot says are owned, in pages. */
export async function* readOwnedRefs(
  knex: Knex,
  of: { tenantId: string; lastSnapshot: number },
): AsyncGenerator<string[]> {
  let after = '';
  for (;;) {
    const refs: string[] = await knex<OwnedEntityRow>('owned_entity')
      .where({ tenant_id: of.tenantId, to_snapshot: STILL_TRUE })
      .where('from_snapshot', '<=', of.lastSnapshot)
      .where('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(REFS_AT_ONCE)
      .pluck('entity_ref');
    yield refs;
    if (refs.length < REFS_AT_ONCE) {
      return;
    }
    after = refs[refs.length - 1];
  }
}
