import type { Knex } from 'knex';
import { ExceptionsInForce } from '../assess/exceptions/ExceptionsInForce';
import { readExceptionsInForce } from '../store/exceptions/readExceptionsInForce';
import { toInForce } from '../store/exceptions/toExceptionFacts';
import type { TeamHierarchy } from './TeamHierarchy';

/** The exceptions of an assessment. */
export interface LoadedExceptions {
  inForce: ExceptionsInForce;
  /** Whether one is for an Entra group, and was assessed by the snapshot before too. */
  isByGroup(exceptionId: string): boolean;
}

/**
 * Loads the exceptions in force for a snapshot of that time and step, ready to be asked for everybody.
 *
 * @param assessedStep - up to which step the snapshot before assessed; null before the first
 */
export async function loadExceptions(
  knex: Knex,
  tenantId: string,
  of: { at: Date; step: number; assessedStep: number | null },
  forest: TeamHierarchy,
): Promise<LoadedExceptions> {
  const rows = await readExceptionsInForce(knex, tenantId, of.at, of.step);
  const byGroup = new Set(
    rows
      .filter(
        row =>
          row.subject_kind === 'entra-group' &&
          (row.decided_step ?? 0) <= (of.assessedStep ?? -1),
      )
      .map(row => row.exception_id),
  );
  return {
    inForce: new ExceptionsInForce(rows.map(toInForce), ref =>
      forest.numberOf(ref),
    ),
    isByGroup: id => byGroup.has(id),
  };
}
