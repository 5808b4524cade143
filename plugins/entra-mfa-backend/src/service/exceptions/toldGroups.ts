import { exceptionState } from '../../assess/exceptions/exceptionState';
import { toExceptionFacts } from '../../store/exceptions/toExceptionFacts';
import { readKnownGroups } from '../../store/evaluate/readKnownGroups';
import { readGroupNames } from '../../store/read/entraGroups';
import type { ExceptionRow } from '../../store/sql/tables';
import { entraGroupsAt } from '../entraGroupsAt';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import { versionOf } from './versionOf';

/** What a snapshot knew of the Entra groups of exceptions. */
export interface ToldGroups {
  names: ReadonlyMap<string, string>;
  /** By exception, whether its members were known; absent where the snapshot has not asked for them. */
  known: ReadonlyMap<string, boolean>;
}

/** Tells what the Entra groups of some exceptions are called, and of those in force whether their members were known. */
export async function toldGroups(
  { knex, config }: Pick<ReadContext, 'knex' | 'config'>,
  found: Found,
  rows: readonly ExceptionRow[],
  { at, isNow }: { at: Date; isNow: boolean },
): Promise<ToldGroups> {
  const { view, snapshot } = found;
  const some = rows.filter(row => row.subject_kind === 'entra-group');
  const groups = [...new Set(some.map(row => row.subject))];
  if (groups.length === 0) {
    return { names: new Map(), known: new Map() };
  }
  const kept = entraGroupsAt({ config }, found);
  const names = kept && (await readGroupNames(knex, kept, groups));
  const version = versionOf(found, 'scope-group-members');
  const read = await readKnownGroups(
    knex,
    { tenantId: view.tenantId, version },
    groups,
  );
  const asked = some.filter(
    row =>
      (row.decided_step ?? 0) <= (snapshot.assessedStep ?? 0) &&
      exceptionState(toExceptionFacts(row), at, isNow) === 'in-force',
  );
  return {
    names: new Map([...(names ?? [])].map(([id, { name }]) => [id, name])),
    known: new Map(
      asked.map(row => [row.exception_id, read.includes(row.subject)]),
    ),
  };
}
