import {
  addLeaves,
  canonicalJson,
  fingerprintOf,
  leafOf,
  readNodeOfTiles,
  rootOf,
  type EvidenceItem,
  type EvidenceType,
} from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import {
  STILL_TRUE,
  type EvidenceCheckpointRow,
  type EvidenceHeldRow,
  type EvidenceItemRow,
  type EvidenceTileRow,
  type SnapshotRow,
} from '../sql/tables';
import { readTilesOf } from './readTilesOf';
import { statementOf } from './statementOf';

/** What a snapshot found, by type. Null is that there is nothing of a type; what is absent is as it was. */
export type Findings = Partial<Record<EvidenceType, EvidenceItem | null>>;

/**
 * Puts the evidence of a snapshot on record, in the transaction that publishes it: items that were never found before,
 * what held from when to when, and the leaves of both and of the snapshot's own statement with the root after them.
 */
export async function appendEvidence(
  trx: Knex.Transaction,
  snapshot: SnapshotRow,
  findings: Findings,
): Promise<void> {
  const { tenant_id: tenantId, snapshot: number } = snapshot;
  const of = { tenant_id: tenantId };
  const last = await trx<EvidenceCheckpointRow>('evidence_checkpoint')
    .where(of)
    .orderBy('size', 'desc')
    .first('size');
  const size = last?.size ?? 0;

  const { held, added } = await replaceHeld(
    trx,
    { tenantId, number },
    findings,
  );
  const leaves = added.map(({ fingerprint }) => leafOf(fingerprint));
  if (added.length > 0) {
    await trx<EvidenceItemRow>('evidence_item').insert(
      added.map(({ fingerprint, item }, place) => ({
        ...of,
        fingerprint,
        type: item.type,
        leaf: size + place,
        stored_at: snapshot.at,
        content: Buffer.from(canonicalJson(item)).toString('utf8'),
      })),
    );
  }
  const statement = fingerprintOf(statementOf(snapshot, held));
  leaves.push(leafOf(statement));

  const tiles = readTilesOf(trx, tenantId);
  const changed = await addLeaves(size, leaves, tiles.read);
  await trx<EvidenceTileRow>('evidence_tile')
    .insert(
      changed.map(({ level, index, hashes }) => ({
        ...of,
        level,
        tile: index,
        hashes: Buffer.from(hashes),
      })),
    )
    .onConflict(['tenant_id', 'level', 'tile'])
    .merge(['hashes']);
  changed.forEach(tiles.put);
  const total = size + leaves.length;
  const root = await rootOf(total, readNodeOfTiles(tiles.read));
  await trx<EvidenceCheckpointRow>('evidence_checkpoint').insert({
    ...of,
    size: total,
    root: Buffer.from(root).toString('hex'),
    snapshot: number,
    fingerprint: statement,
    at: snapshot.at,
    note: null,
  });
}

type Held = Pick<EvidenceHeldRow, 'type' | 'fingerprint'>;

interface Added {
  fingerprint: string;
  item: EvidenceItem;
}

/** Ends what does not hold any more and begins what does. Returns what holds, and what was never found before. */
async function replaceHeld(
  trx: Knex.Transaction,
  { tenantId, number }: { tenantId: string; number: number },
  findings: Findings,
): Promise<{ held: Held[]; added: Added[] }> {
  const of = { tenant_id: tenantId };
  const stillTrue = { ...of, to_snapshot: STILL_TRUE };
  const before: Held[] = await trx<EvidenceHeldRow>('evidence_held')
    .where(stillTrue)
    .select('type', 'fingerprint');
  const fingerprints = new Map(
    before.map(({ type, fingerprint }) => [type, fingerprint]),
  );
  const others = Object.values(findings)
    .flatMap(item => (item ? [{ item, fingerprint: fingerprintOf(item) }] : []))
    .filter(
      ({ item, fingerprint }) => fingerprints.get(item.type) !== fingerprint,
    );
  const ended = before
    .map(({ type }) => type)
    .filter(
      type =>
        findings[type] === null ||
        others.some(({ item }) => item.type === type),
    );
  if (ended.length > 0) {
    await trx<EvidenceHeldRow>('evidence_held')
      .where(stillTrue)
      .whereIn('type', ended)
      .update({ to_snapshot: number });
  }
  const begun = others.map(({ item: { type }, fingerprint }) => ({
    type,
    fingerprint,
  }));
  const held = [
    ...before.filter(({ type }) => !ended.includes(type)),
    ...begun,
  ];
  if (begun.length === 0) {
    return { held, added: [] };
  }
  await trx<EvidenceHeldRow>('evidence_held').insert(
    begun.map(one => ({
      ...of,
      ...one,
      from_snapshot: number,
      to_snapshot: STILL_TRUE,
    })),
  );
  const known = new Set(
    await trx<EvidenceItemRow>('evidence_item')
      .where(of)
      .whereIn(
        'fingerprint',
        begun.map(({ fingerprint }) => fingerprint),
      )
      .pluck('fingerprint'),
  );
  const added = others.filter(({ fingerprint }) => !known.has(fingerprint));
  return { held, added };
}
