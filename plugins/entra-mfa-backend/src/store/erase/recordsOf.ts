import type { Knex } from 'knex';
import { likePart } from '../read/likePart';
import type { RecordRow } from '../sql/tables';
import type { Erased, PersonRef } from './types';

/** What tells of a User entity by its ref, in the key and in the body. */
const naming = ['catalog-memberships', 'catalog-ownership'];

/**
 * The versions of the records of a person and of their User entities: their own, and what names the
 * entities. A key of two long refs is a hash, so these are looked for in the body.
 */
export function recordsOf(
  knex: Knex,
  { tenantId, objectId }: Erased,
  refs: readonly PersonRef[],
): Knex.QueryBuilder<RecordRow, RecordRow[]> {
  return knex<RecordRow>('record')
    .where('tenant_id', tenantId)
    .andWhere(any => {
      any.where(own =>
        own.where('record_key', objectId).where(ofPeople =>
          ofPeople
            .whereIn('data_set', ['users', 'registrations'])
            // Of other modules, see AddedDataSets.
            .orWhere('data_set', 'like', '%/%'),
        ),
      );
      any.orWhere(entity =>
        entity
          .where('data_set', 'catalog-users')
          .whereRaw(`body like ? escape '\\'`, [
            likePart(JSON.stringify(objectId)),
          ]),
      );
      for (const { ref, span } of refs) {
        any.orWhere(entity => {
          entity.where(either =>
            either
              .where({ data_set: 'catalog-users', record_key: ref })
              .orWhere(other =>
                other
                  .whereIn('data_set', naming)
                  .whereRaw(`body like ? escape '\\'`, [
                    likePart(JSON.stringify(ref)),
                  ]),
              ),
          );
          if (span) {
            entity
              .where('from_run', '<', span.runs[1])
              .where('to_run', '>', span.runs[0]);
          }
        });
      }
    });
}
