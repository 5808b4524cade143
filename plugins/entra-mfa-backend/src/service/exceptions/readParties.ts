import type { Parties } from '../../assess/exceptions/types';
import { readAddresses } from '../../store/exceptions/readAddresses';
import { toDate } from '../../store/sql/instant';
import { readSnapshotAt } from '../../store/asOf/readSnapshot';
import type { ExceptionRow } from '../../store/sql/tables';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import { exceptionGroupsOf } from './exceptionGroupsOf';
import { mergeActors } from './mergeActors';
import { readActors } from './readActors';
import { versionOf } from './versionOf';

/**
 * Who takes a step on an exception, and who asked for it: as the catalog says now and as it said when it
 * was asked for, so that nobody becomes somebody else by a change of the catalog.
 */
export async function readParties(
  { knex, config }: Pick<ReadContext, 'knex' | 'config'>,
  found: Found,
  row: ExceptionRow,
  userRef: string,
): Promise<Parties> {
  const { tenantId } = found.view;
  const refs = [userRef, row.requested_by];
  const snapshot = await readSnapshotAt(
    knex,
    tenantId,
    toDate(row.requested_at),
  );
  const [now, then, addresses] = await Promise.all([
    readActors(knex, found, refs),
    snapshot &&
      readActors(
        knex,
        {
          snapshot,
          view: { tenantId, snapshot: snapshot.number, newest: false },
        },
        refs,
      ),
    row.subject_kind === 'person'
      ? readAddresses(knex, { tenantId, version: versionOf(found, 'users') }, [
          row.subject,
        ])
      : null,
  ]);
  const both = (ref: string) => mergeActors(now.get(ref)!, then?.get(ref));
  const actor = both(userRef);
  return {
    // Who acts has to be somebody now.
    actor: {
      ...actor,
      isKnown: now.get(userRef)!.isKnown,
      entraGroups: await exceptionGroupsOf(
        { knex, config },
        found,
        actor.objectIds,
        row.subject_kind === 'entra-group' ? [row.subject] : [],
      ),
    },
    requester: both(row.requested_by),
    subjectAddresses: addresses?.get(row.subject) ?? [],
  };
}
