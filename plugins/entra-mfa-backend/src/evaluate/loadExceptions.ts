import type { Knex } from 'knex';
import { ExceptionsInForce } from '../assess/exceptions/ExceptionsInForce';
import { readExceptionsInForce } from '../store/exceptions/readExceptionsInForce';
import { toInForce } from '../store/exceptions/toExceptionFacts';
import type { TeamHierarchy } from './TeamHierarchy';

/** Loads the exceptions in force for a snapshot of that time and step, ready to be asked for everybody. */
export async function loadExceptions(
  knex: Knex,
  tenantId: string,
  { at, step }: { at: Date; step: number },
  forest: TeamHierarchy,
): Promise<ExceptionsInForce> {
  const rows = await readExceptionsInForce(knex, tenantId, at, step);
  return new ExceptionsInForce(rows.map(toInForce), ref =>
    forest.numberOf(ref),
  );
}
