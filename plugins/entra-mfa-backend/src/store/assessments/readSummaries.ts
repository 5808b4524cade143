import type { EvidenceItem } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import type { SnapshotRow } from '../sql/tables';
import { toDate } from '../sql/instant';

/** Snapshots between two numbers, both included. */
interface Range {
  tenantId: string;
  first: number;
  last: number;
}

/** What the directory was added up to, and from which snapshot up to which; the end is not included. */
export async function readInventories(
  knex: Knex,
  { tenantId, first, last }: Range,
): Promise<
  { from: number; to: number; item: EvidenceItem<'user-inventory-summary'> }[]
> {
  const rows: { from: number; to: number; content: string }[] = await knex({
    h: 'evidence_held',
  })
    .join({ i: 'evidence_item' }, join =>
      join
        .on('i.tenant_id', 'h.tenant_id')
        .andOn('i.fingerprint', 'h.fingerprint'),
    )
    .where({ 'h.tenant_id': tenantId, 'h.type': 'user-inventory-summary' })
    .andWhere('h.from_snapshot', '<=', last)
    .andWhere('h.to_snapshot', '>', first)
    .select({
      from: 'h.from_snapshot',
      to: 'h.to_snapshot',
      content: 'content',
    });
  return rows.map(({ from, to, content }) => ({
    from,
    to,
    item: JSON.parse(content),
  }));
}

/** Each snapshot that was assessed by other rules than the one before it. */
export async function readRulesChanges(
  knex: Knex,
  { tenantId, first, last }: Range,
): Promise<{ at: Date; before: string; after: string }[]> {
  const rows = await knex<SnapshotRow>({ s: 'snapshot' })
    .join({ b: 'snapshot' }, join =>
      join
        .on('b.tenant_id', 's.tenant_id')
        .andOn('b.snapshot', knex.raw('s.snapshot - 1')),
    )
    .where('s.tenant_id', tenantId)
    .whereBetween('s.snapshot', [first, last])
    .andWhere('s.rules_version', '<>', knex.ref('b.rules_version'))
    .orderBy('s.snapshot')
    .select({
      at: 's.at',
      before: 'b.rules_version',
      after: 's.rules_version',
    });
  return rows.map(row => ({ ...row, at: toDate(row.at) }));
}
