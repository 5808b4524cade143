import type { Knex } from 'knex';
import { STILL_TRUE } from '../sql/tables';
import type { AnyView } from './types';

/**
 * The condition that a version of a row was true at a snapshot. What is true now ends at STILL_TRUE; asking
 * for that end lets the indexes that start with it keep their order.
 *
 * @param alias - of the table, where the query has several
 */
export function versionAt(view: AnyView, alias: string): Knex.QueryCallback {
  return query => {
    query
      .where(`${alias}.tenant_id`, view.tenantId)
      .andWhere(`${alias}.from_snapshot`, '<=', view.snapshot);
    if (view.newest) {
      query.andWhere(`${alias}.to_snapshot`, STILL_TRUE);
    } else {
      query.andWhere(`${alias}.to_snapshot`, '>', view.snapshot);
    }
  };
}
