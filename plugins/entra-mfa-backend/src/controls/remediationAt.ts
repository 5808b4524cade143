import {
  personGapKinds,
  type GapKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EvidenceBody } from '@entra-mfa/evidence';
import type { Knex } from 'knex';
import { gapsOfSteps } from '../assess/remediation/gapsOf';
import {
  endOfDay,
  remediationOfDay,
} from '../assess/remediation/remediationOfDay';
import { CLOSED_DAYS } from '../assess/remediation/tallyGaps';
import { readSnapshotAt } from '../store/asOf/readSnapshot';
import type { SnapshotView } from '../store/asOf/types';
import { readGaps } from '../store/remediation/readGaps';
import { readRegisterSteps } from '../store/remediation/readRegisterSteps';

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
  const { tenantId, snapshot } = view;
  const before = await readSnapshotAt(
    knex,
    tenantId,
    new Date(end.getTime() - CLOSED_DAYS * DAY - 1),
  );
  const closedAfter = before?.number ?? 0;
  const gaps: { [K in GapKind]?: ReturnType<typeof remediationOfDay> } = {};
  for (const kind of personGapKinds) {
    gaps[kind] = remediationOfDay(
      await readGaps(knex, view, { kind, team: null, closedAfter }),
      end,
    );
  }
  const register = gapsOfSteps(
    await readRegisterSteps(knex, { tenantId, upTo: snapshot }),
  ).map(({ opened, closed }) => ({ openedAt: opened, closed, gaps: 1 }));
  return { ...gaps, 'break-glass': remediationOfDay(register, end) };
}
