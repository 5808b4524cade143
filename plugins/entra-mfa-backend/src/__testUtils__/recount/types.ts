import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { TestApi } from '../startTestApi';

/** A tenant that was read, its API, and ways to count it once more by SQL: see `rawTables`. */
export interface Recount {
  knex: Knex;
  api: TestApi;
  overview: Overview;
  /** The first column of the first row. */
  one(sql: string): Promise<number>;
  /** All rows as pairs of `name` and `n`. */
  pairs(sql: string): Promise<Record<string, number>>;
}

/** What the API tells, and the same counted by SQL. */
export interface Recounted {
  told: unknown;
  counted: unknown;
}
