import { InputError } from '@backstage/errors';
import { readSnapshot, readSnapshotAt } from '../../store/asOf/readSnapshot';
import type { Snapshot } from '../../store/asOf/types';
import { readFirstWithPeople } from '../../store/asOf/keptFrom';
import type { Found } from '../Snapshots';
import { timeOf } from '../timeOf';
import type { ReadContext } from '../types';

const DAY = 24 * 3_600_000;
const DAYS_BEFORE = 7;

/** What an end is compared with. */
export interface Beginning {
  snapshot: Snapshot;
  /** Whether what is kept begins later than was asked for. */
  sinceBeginning: boolean;
}

/**
 * The snapshot that an end is compared with: the one of a cursor, of the date that is asked for, or
 * of seven days before the end. Before what is kept of people begins, its beginning.
 */
export async function findBeginning(
  { knex, clock }: Pick<ReadContext, 'knex' | 'clock'>,
  { snapshot: end, view: { tenantId } }: Found,
  asked: { from?: string; snapshot?: number },
): Promise<Beginning> {
  const at =
    asked.from === undefined
      ? new Date(end.at.getTime() - DAYS_BEFORE * DAY)
      : timeOf(asked.from, clock.now(), 'from');
  const found =
    asked.snapshot === undefined
      ? await readSnapshotAt(knex, tenantId, at)
      : await readSnapshot(knex, tenantId, asked.snapshot);
  const first = await readFirstWithPeople(knex, tenantId);
  const snapshot =
    found && found.number >= (first?.number ?? 1) ? found : first ?? end;
  if (snapshot.number > end.number) {
    throw new InputError(
      `Parameter 'from' must not be later than 'to': it means ${snapshot.at.toISOString()}, and 'to' means ${end.at.toISOString()}`,
    );
  }
  return { snapshot, sinceBeginning: snapshot.at > at };
}
