import { NotFoundError } from '@backstage/errors';
import { type EvidenceItem, type SnapshotStatement } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type { EvidenceLogs } from '../../evidence/EvidenceLogs';
import {
  readCheckpoint,
  readHeld,
  readItemOfLeaf,
  readSnapshotRow,
} from '../../store/evidence/readEvidence';
import { statementOf } from '../../store/evidence/statementOf';
import type { EvidenceCheckpointRow } from '../../store/sql/tables';
import type { Found } from '../Snapshots';
import { readVouching } from './readVouching';

/** What was put on record of a snapshot. */
export interface OnRecord {
  statement: SnapshotStatement;
  /** The place of the statement in the log. */
  statementLeaf: number;
  items: readonly { item: EvidenceItem; leaf: number }[];
  /** The settings that judged, to the byte. */
  settingsText: string;
  /** The first signed state of the log that has all of it, or that of the snapshot itself. */
  state: EvidenceCheckpointRow;
}

/**
 * Reads what was put on record of a snapshot.
 *
 * @throws NotFoundError where the snapshot is older than the log
 */
export async function readOnRecord(
  { knex, evidence }: { knex: Knex; evidence: EvidenceLogs },
  { snapshot, view }: Found,
): Promise<OnRecord> {
  const { tenantId } = view;
  const { number } = snapshot;
  const made = await readCheckpoint(knex, tenantId, { snapshot: number });
  const row = await readSnapshotRow(knex, tenantId, number);
  if (!made || !row) {
    throw new NotFoundError(
      'Nothing was put on record then: choose a later date',
    );
  }
  const held = await readHeld(knex, { ...view, newest: false });
  const items: OnRecord['items'][number][] = [];
  for (const { leaf } of held) {
    const { content } = (await readItemOfLeaf(knex, tenantId, leaf))!;
    items.push({ item: JSON.parse(content), leaf });
  }
  return {
    statement: statementOf(row, held),
    statementLeaf: made.size - 1,
    items,
    settingsText: row.settings,
    state: await readVouching({ knex, evidence }, made),
  };
}
