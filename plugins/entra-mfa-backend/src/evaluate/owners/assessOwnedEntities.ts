import type { CatalogOwnershipBody } from '../../collectors/types';
import { insertAssessed } from '../../store/evaluate/insertAssessed';
import { readOwnedEntities } from '../../store/evaluate/readOwnedEntities';
import { readOwnedRefs } from '../../store/evaluate/readOwnedRefs';
import { readRecords } from '../../store/run/readRecords';
import type { AssessContext } from '../AssessContext';
import { diffRows } from '../diffRows';
import { ownedEntityRow } from './ownedEntityRow';
import { Ownership } from './Ownership';

const ENTITIES_AT_ONCE = 1_000;

/** Writes what is owned where it is not as it was, and returns who owns what. */
export async function assessOwnedEntities(
  context: AssessContext,
): Promise<Ownership> {
  const { knex, claim, signal } = context;
  const of = { tenantId: claim.tenantId, dataSet: 'catalog-ownership' };
  const ownership = new Ownership();
  for await (const { body } of readRecords<CatalogOwnershipBody>(knex, of)) {
    ownership.add(body.entityRef, body.ownerRef);
  }
  ownership.sort();

  const replaced: string[] = [];
  let batch: CatalogOwnershipBody[] = [];
  for await (const { body } of readRecords<CatalogOwnershipBody>(knex, of)) {
    // Each entity once, however many owners it has.
    if (ownership.ownersOf(body.entityRef)[0] === body.ownerRef) {
      batch.push(body);
    }
    if (batch.length === ENTITIES_AT_ONCE) {
      signal.throwIfAborted();
      replaced.push(...(await write(context, ownership, batch)));
      batch = [];
    }
  }
  replaced.push(...(await write(context, ownership, batch)));

  for await (const refs of readOwnedRefs(knex, claim)) {
    replaced.push(...refs.filter(ref => !ownership.has(ref)));
  }
  context.changes.replaced.owned_entity = replaced;
  return ownership;
}

/** Returns the refs of the rows that others replace. */
async function write(
  { knex, claim, number }: AssessContext,
  ownership: Ownership,
  bodies: readonly CatalogOwnershipBody[],
): Promise<string[]> {
  const rows = bodies.map(body =>
    ownedEntityRow(body, ownership.ownersOf(body.entityRef)),
  );
  const { written, replaced } = diffRows(
    rows,
    await readOwnedEntities(
      knex,
      claim,
      rows.map(row => row.entity_ref),
    ),
    row => row.entity_ref,
  );
  await insertAssessed(knex, claim, number, { owned_entity: written });
  return replaced;
}
