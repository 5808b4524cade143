import type { Knex } from 'knex';
import { toDate } from '../sql/instant';
import {
  STILL_TRUE,
  type PersonEntityRow,
  type PersonRow,
  type SnapshotRow,
} from '../sql/tables';
import {
  erasedRef,
  isErasedRef,
  type Erased,
  type PersonRef,
  type Span,
} from './types';

/** A User entity of somebody, from a snapshot up to another one. */
type Held = Pick<
  PersonEntityRow,
  'object_id' | 'entity_ref' | 'from_snapshot' | 'to_snapshot'
>;

/**
 * The User entities that a person ever had, with until when, where one became somebody else's.
 *
 * @param fromCatalog - those that the catalog says are theirs
 */
export async function readRefs(
  knex: Knex,
  { tenantId, objectId }: Erased,
  fromCatalog: readonly string[],
): Promise<PersonRef[]> {
  const own = { tenant_id: tenantId, object_id: objectId };
  const refs = new Set(fromCatalog);
  for (const held of await readHeld(knex, query => query.where(own))) {
    refs.add(held.entity_ref);
  }
  const told = [...refs].filter(ref => !isErasedRef(ref)).sort();
  const found: PersonRef[] = [];
  // The entities of one person: mostly one.
  for (const [place, ref] of told.entries()) {
    const held = await readHeld(knex, query =>
      query.where({ tenant_id: tenantId, entity_ref: ref }),
    );
    found.push({
      ref,
      erased: erasedRef(objectId, place),
      span: held.some(one => one.object_id !== objectId)
        ? await toSpan(
            knex,
            tenantId,
            held.filter(one => one.object_id === objectId),
          )
        : null,
    });
  }
  return found;
}

async function readHeld(knex: Knex, of: Knex.QueryCallback): Promise<Held[]> {
  const columns = ['object_id', 'entity_ref', 'from_snapshot', 'to_snapshot'];
  const first: Held[] = await knex<PersonRow>('person')
    .where(of)
    .whereNotNull('entity_ref')
    .select(columns);
  const further: Held[] = await knex<PersonEntityRow>('person_entity')
    .where(of)
    .select(columns);
  return [...first, ...further];
}

/** Before the first snapshot of the tenant and after its last one nothing ended. */
async function toSpan(
  knex: Knex,
  tenantId: string,
  held: readonly Held[],
): Promise<Span> {
  const from = Math.min(...held.map(one => one.from_snapshot), STILL_TRUE);
  const to = Math.max(...held.map(one => one.to_snapshot), 0);
  const rows = await knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId })
    .whereIn('snapshot', [from, to])
    .select('snapshot', 'run', 'at');
  const start = rows.find(row => row.snapshot === from);
  const end = rows.find(row => row.snapshot === to);
  return {
    snapshots: [from, to],
    runs: [start?.run ?? STILL_TRUE, end?.run ?? STILL_TRUE],
    times: [toDate(start?.at ?? STILL_TRUE), toDate(end?.at ?? 0)],
  };
}
