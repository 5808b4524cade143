import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** A trigger that refuses something. */
export interface Guard {
  table: string;
  trigger: string;
}

/**
 * Does what triggers refuse, without them.
 *
 * They are away only within the transaction. Others see them there all the time: PostgreSQL has who would write wait
 * for the end, and SQLite has one writer.
 */
export async function withoutGuards<T>(
  trx: Knex.Transaction,
  guards: readonly Guard[],
  act: () => PromiseLike<T>,
): Promise<T> {
  const put: (() => PromiseLike<unknown>)[] = [];
  for (const { table, trigger } of guards) {
    if (isPostgres(trx)) {
      await trx.raw('alter table ?? disable trigger ??', [table, trigger]);
      put.push(() =>
        trx.raw('alter table ?? enable trigger ??', [table, trigger]),
      );
    } else {
      const { sql } = await trx('sqlite_master')
        .where({ type: 'trigger', name: trigger })
        .first('sql');
      await trx.raw('drop trigger ??', [trigger]);
      put.push(() => trx.raw(sql));
    }
  }
  const result = await act();
  for (const putBack of put) {
    await putBack();
  }
  return result;
}
