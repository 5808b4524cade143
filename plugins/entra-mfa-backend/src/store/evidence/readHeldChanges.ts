import type { EvidenceType } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import { toDate } from '../sql/instant';

/** That a snapshot found something else of a type than the one before it. */
export interface HeldChange {
  snapshot: number;
  at: Date;
  type: EvidenceType;
  /** The item that held from then on; null where none did. */
  item: { fingerprint: string; content: string } | null;
}

/** What changed of some types of evidence after a snapshot and up to another, by snapshot and then by type. */
export async function readHeldChanges(
  knex: Knex,
  {
    tenantId,
    types,
    after,
    upTo,
  }: {
    tenantId: string;
    types: readonly EvidenceType[];
    after: number;
    upTo: number;
  },
): Promise<HeldChange[]> {
  const changesBy = (number: 'h.from_snapshot' | 'h.to_snapshot') =>
    knex({ h: 'evidence_held' })
      .join({ s: 'snapshot' }, join =>
        join
          .on('s.tenant_id', 'h.tenant_id')
          .andOn('s.snapshot', knex.ref(number)),
      )
      .where('h.tenant_id', tenantId)
      .whereIn('h.type', types)
      .andWhere(number, '>', after)
      .andWhere(number, '<=', upTo);

  const begun: {
    snapshot: number;
    at: Date | string | number;
    type: EvidenceType;
    fingerprint: string;
    content: string;
  }[] = await changesBy('h.from_snapshot')
    .join({ i: 'evidence_item' }, join =>
      join
        .on('i.tenant_id', 'h.tenant_id')
        .andOn('i.fingerprint', 'h.fingerprint'),
    )
    .select('s.snapshot', 's.at', 'h.type', 'i.fingerprint', 'i.content');
  const ended: Omit<(typeof begun)[number], 'fingerprint' | 'content'>[] =
    await changesBy('h.to_snapshot').select('s.snapshot', 's.at', 'h.type');

  const keyOf = ({ snapshot, type }: (typeof ended)[number]) =>
    `${snapshot} ${type}`;
  const others = new Set(begun.map(keyOf));
  return [
    ...begun.map(({ fingerprint, content, ...change }) => ({
      ...change,
      item: { fingerprint, content },
    })),
    ...ended
      .filter(change => !others.has(keyOf(change)))
      .map(change => ({ ...change, item: null })),
  ]
    .map(change => ({ ...change, at: toDate(change.at) }))
    .sort(
      (one, other) =>
        one.snapshot - other.snapshot || (one.type < other.type ? -1 : 1),
    );
}
