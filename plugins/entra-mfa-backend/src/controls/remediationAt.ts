import type { EvidenceBody } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import {
  endOfDay,
  remediationOfDay,
} from '../assess/remediation/remediationOfDay';
import { CLOSED_DAYS } from '../assess/remediation/tallyGaps';
import type { SnapshotView } from '../store/asOf/types';
import { readGapGroups } from '../store/remediation/readGapGroups';

const DAY = 86_400_000;

/**
 * What is to be mended at a snapshot, as its day ends. Gaps of the connection are not among it: they end when a sync is
 * over, which a snapshot cannot know.
 */
export async function remediationAt(
  knex: Knex,
  view: SnapshotView,
  at: Date,
): Promise<EvidenceBody<'remediation'>['gaps']> {
  const end = endOfDay(at);
  const closedSince = new Date(end.getTime() - CLOSED_DAYS * DAY);
  const groups = await readGapGroups(knex, view, closedSince);
  return Object.fromEntries(
    Object.entries(groups).map(([kind, gaps]) => [
      kind,
      remediationOfDay(gaps, end),
    ]),
  );
}
