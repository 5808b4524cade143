import { fingerprintOf, type SnapshotStatement } from '@entra-mfa/evidence';
import { toDate, toDateOrNull } from '../sql/instant';
import type {
  EvidenceHeldRow,
  SnapshotDataSet,
  SnapshotRow,
} from '../sql/tables';

/** What a snapshot says of itself, from its row and what held at it: the same whenever it is asked for. */
export function statementOf(
  snapshot: SnapshotRow,
  held: readonly Pick<EvidenceHeldRow, 'type' | 'fingerprint'>[],
): SnapshotStatement {
  const dataSets: Record<string, SnapshotDataSet> = JSON.parse(
    snapshot.data_sets,
  );
  return {
    type: 'snapshot',
    version: 1,
    tenant: snapshot.tenant_id,
    snapshot: snapshot.snapshot,
    at: toDate(snapshot.at).toISOString(),
    readAt: toDateOrNull(snapshot.read_at)?.toISOString() ?? null,
    reportRefreshedAt:
      toDateOrNull(snapshot.report_refreshed_at)?.toISOString() ?? null,
    rulesVersion: snapshot.rules_version,
    settings: fingerprintOf(snapshot.settings),
    dataSets: Object.fromEntries(
      Object.entries(dataSets).map(([id, { version, readAt }]) => [
        id,
        { version, readAt },
      ]),
    ),
    items: Object.fromEntries(
      held.map(({ type, fingerprint }) => [type, fingerprint]),
    ),
  };
}
