import {
  personGapKinds,
  type GapKind,
  type PersonGapKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { GapGroup } from '../../assess/remediation/tallyGaps';
import { readSnapshotAt } from '../asOf/readSnapshot';
import type { SnapshotView } from '../asOf/types';
import { readGaps } from './readGaps';
import { readRegisterGaps } from './readRegisterGaps';

/** What a snapshot can tell of: gaps of the connection end when a sync is over, which none knows of its own. */
export const snapshotGapKinds = [
  ...personGapKinds,
  'break-glass',
] as const satisfies readonly GapKind[];

/** One of {@link snapshotGapKinds}. */
type SnapshotGapKind = (typeof snapshotGapKinds)[number];

/** The gaps of a tenant at a snapshot, by kind: those that are open, and those that were closed at a time or after it. */
export async function readGapGroups(
  knex: Knex,
  view: SnapshotView,
  closedSince: Date,
): Promise<Record<SnapshotGapKind, GapGroup[]>> {
  const { tenantId, snapshot } = view;
  const before = await readSnapshotAt(
    knex,
    tenantId,
    new Date(closedSince.getTime() - 1),
  );
  const closedAfter = before?.number ?? 0;
  const ofPeople = (kind: PersonGapKind) =>
    readGaps(knex, view, { kind, team: null, closedAfter });
  return {
    uncovered: await ofPeople('uncovered'),
    'privileged-phone-only': await ofPeople('privileged-phone-only'),
    'break-glass': await readRegisterGaps(knex, { tenantId, upTo: snapshot }),
  };
}
