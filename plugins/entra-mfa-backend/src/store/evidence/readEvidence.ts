import type { EvidenceType } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type { AnyView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import type {
  EvidenceCheckpointRow,
  EvidenceHeldRow,
  EvidenceItemRow,
  SnapshotRow,
} from '../sql/tables';

/** The newest state of a tenant's log, or what it was with so many leaves; undefined where it never had those. */
export async function readCheckpoint(
  knex: Knex,
  tenantId: string,
  where: { size?: number; snapshot?: number } = {},
): Promise<EvidenceCheckpointRow | undefined> {
  return knex<EvidenceCheckpointRow>('evidence_checkpoint')
    .where({ tenant_id: tenantId, ...where })
    .orderBy('size', 'desc')
    .first();
}

/** The first signed state of a log that has so many leaves or more. */
export async function readSignedSince(
  knex: Knex,
  tenantId: string,
  size: number,
): Promise<EvidenceCheckpointRow | undefined> {
  return knex<EvidenceCheckpointRow>('evidence_checkpoint')
    .where({ tenant_id: tenantId })
    .andWhere('size', '>=', size)
    .whereNotNull('note')
    .orderBy('size')
    .first();
}

/** The items that held at a snapshot, and since which one. */
export async function readHeld(
  knex: Knex,
  view: AnyView,
): Promise<
  (Pick<EvidenceHeldRow, 'type' | 'from_snapshot' | 'fingerprint'> &
    Pick<EvidenceItemRow, 'leaf'>)[]
> {
  return knex('evidence_held as held')
    .join('evidence_item as item', join =>
      join
        .on('item.tenant_id', 'held.tenant_id')
        .andOn('item.fingerprint', 'held.fingerprint'),
    )
    .where(versionAt(view, 'held'))
    .orderBy('held.type')
    .select('held.type', 'held.from_snapshot', 'held.fingerprint', 'item.leaf');
}

/** The items of a type that held at some of the snapshots of a tenant, each with from and up to which one. */
export async function readHeldAt(
  knex: Knex,
  tenantId: string,
  type: EvidenceType,
  snapshots: readonly number[],
): Promise<{ from: number; to: number; content: string }[]> {
  const of = { tenant_id: tenantId };
  const versions = await knex<EvidenceHeldRow>('evidence_held')
    .where({ ...of, type })
    .andWhere('from_snapshot', '<=', Math.max(0, ...snapshots))
    .andWhere('to_snapshot', '>', Math.min(...snapshots))
    .select('from_snapshot', 'to_snapshot', 'fingerprint');
  const wanted = versions.filter(version =>
    snapshots.some(
      one => version.from_snapshot <= one && one < version.to_snapshot,
    ),
  );
  const items = await knex<EvidenceItemRow>('evidence_item')
    .where(of)
    .whereIn(
      'fingerprint',
      wanted.map(({ fingerprint }) => fingerprint),
    )
    .select('fingerprint', 'content');
  const contents = new Map(
    items.map(({ fingerprint, content }) => [fingerprint, content]),
  );
  return wanted.flatMap(version => {
    const { from_snapshot: from, to_snapshot: to } = version;
    const content = contents.get(version.fingerprint);
    return content === undefined ? [] : [{ from, to, content }];
  });
}

/** The item whose leaf is at a place of the log. */
export async function readItemOfLeaf(
  knex: Knex,
  tenantId: string,
  leaf: number,
): Promise<EvidenceItemRow | undefined> {
  return knex<EvidenceItemRow>('evidence_item')
    .where({ tenant_id: tenantId, leaf })
    .first();
}

/** The row of a snapshot, of which its statement is made. */
export async function readSnapshotRow(
  knex: Knex,
  tenantId: string,
  snapshot: number,
): Promise<SnapshotRow | undefined> {
  return knex<SnapshotRow>('snapshot')
    .where({ tenant_id: tenantId, snapshot })
    .first();
}

/** Keeps the signed note of a state of the log. */
export async function updateNote(
  knex: Knex,
  tenantId: string,
  { size, note }: { size: number; note: string },
): Promise<void> {
  await knex<EvidenceCheckpointRow>('evidence_checkpoint')
    .where({ tenant_id: tenantId, size })
    .update({ note });
}
