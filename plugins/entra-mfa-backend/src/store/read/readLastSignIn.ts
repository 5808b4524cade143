import type { Knex } from 'knex';
import type { SignInBody } from '../../collectors/types';
import { STILL_TRUE, type RecordRow } from '../sql/tables';

/** When a person signed in last, as it was read last; null where it is not known of them yet. */
export async function readLastSignIn(
  knex: Knex,
  tenantId: string,
  objectId: string,
): Promise<SignInBody | null> {
  const row = await knex<RecordRow>('record')
    .where({
      tenant_id: tenantId,
      data_set: 'sign-in-activity',
      record_key: objectId,
      to_run: STILL_TRUE,
    })
    .first('body');
  return row ? JSON.parse(row.body) : null;
}

/** Where the day stands in a body, counted from 1, and how its text begins where there is none. */
const DAY_AT = '{"day":"'.length + 1;
const NO_DAY = '{"day":null%';

/**
 * The condition that a person (table `p`) has not signed in since a day, or never has; true of nobody of whom it is not
 * known. Only what was read last is kept, so it is asked of now whatever is asked beside it.
 */
export function withoutSignIn(
  knex: Knex,
  tenantId: string,
  since: string,
): Knex.QueryCallback {
  return query =>
    query.whereIn('p.object_id', known =>
      known
        .from({ s: 'record' })
        .select('s.record_key')
        .where({
          's.tenant_id': tenantId,
          's.data_set': 'sign-in-activity',
          's.to_run': STILL_TRUE,
        })
        .andWhere(either =>
          either
            .where('s.body', 'like', NO_DAY)
            .orWhere(knex.raw('substr(s.body, ?, 10)', [DAY_AT]), '<', since),
        ),
    );
}
