import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { readCheckpoint } from '../../store/evidence/readEvidence';
import type { EvidenceCheckpointRow } from '../../store/sql/tables';

/**
 * A state of a tenant's log by its leaves, or the newest.
 *
 * @throws NotFoundError where the log never had so many after a snapshot
 */
export async function requireState(
  knex: Knex,
  tenantId: string | null,
  size: number | undefined,
): Promise<EvidenceCheckpointRow> {
  const state =
    tenantId === null
      ? undefined
      : await readCheckpoint(
          knex,
          tenantId,
          size === undefined ? {} : { size },
        );
  if (!state) {
    throw new NotFoundError(
      size === undefined
        ? 'Nothing is on record yet: wait for the next sync'
        : `The log never had ${size} leaves after a snapshot: take the size of one of its checkpoints`,
    );
  }
  return state;
}
