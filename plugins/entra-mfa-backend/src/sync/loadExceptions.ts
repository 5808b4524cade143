import type { Knex } from 'knex';
import { ExceptionsInForce } from '../assess/exceptions/ExceptionsInForce';
import { readExceptionsInForce } from '../store/exceptions/readExceptionsInForce';
import { toInForce } from '../store/exceptions/toExceptionFacts';
import type { TeamForest } from './TeamForest';

/** Loads the exceptions in force at a snapshot's time, ready to be asked for everybody. */
export async function loadExceptions(
  knex: Knex,
  tenantId: string,
  at: Date,
  forest: TeamForest,
): Promise<ExceptionsInForce> {
  const rows = await readExceptionsInForce(knex, tenantId, at);
  return new ExceptionsInForce(rows.map(toInForce), ref =>
    forest.numberOf(ref),
  );
}
