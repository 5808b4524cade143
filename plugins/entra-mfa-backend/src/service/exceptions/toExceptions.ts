import type { Exception } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readAddresses } from '../../store/exceptions/readAddresses';
import { countExempt } from '../../store/exceptions/countExempt';
import {
  readSubjectPeople,
  readTeamTitles,
} from '../../store/exceptions/readSubjects';
import type { ExceptionRow } from '../../store/sql/tables';
import type { Found } from '../Snapshots';
import type { ReadContext } from '../types';
import { exceptionGroupsOf } from './exceptionGroupsOf';
import { readActors } from './readActors';
import { toException } from './toException';
import { toldGroups } from './toldGroups';
import { versionOf } from './versionOf';
import type { ExceptionAccess } from './types';

/**
 * Tells exceptions with the names and counts that the caller may see.
 *
 * @param at - the time as of which they are told
 * @param isNow - whether that is now; in the past, nothing can be done
 */
export async function toExceptions(
  { knex, config }: Pick<ReadContext, 'knex' | 'config'>,
  found: Found,
  rows: readonly ExceptionRow[],
  { access, at, isNow }: { access: ExceptionAccess; at: Date; isNow: boolean },
): Promise<Exception[]> {
  const { view } = found;
  const { people, userRef } = access;
  const criteria = people.kind === 'some' ? people.criteria : null;
  const subjects = (kind: ExceptionRow['subject_kind']) =>
    rows.filter(row => row.subject_kind === kind).map(row => row.subject);
  const ids = rows.map(row => row.exception_id);
  // Counts name nobody: who decides has to know how many it is about.
  const counted = people.kind !== 'none' || access.decides;
  const isOver = userRef === null || !isNow;
  const [names, titles, groups, exempt, actors, addresses] = await Promise.all([
    people.kind === 'none'
      ? new Map()
      : readSubjectPeople(knex, view, subjects('person'), criteria),
    readTeamTitles(knex, view, subjects('group')),
    toldGroups({ knex, config }, found, rows, { at, isNow }),
    counted
      ? countExempt(knex, view, ids, access.decides ? null : criteria)
      : null,
    isOver
      ? new Map()
      : readActors(knex, found, [
          userRef,
          ...rows.map(row => row.requested_by),
        ]),
    isOver
      ? new Map()
      : readAddresses(
          knex,
          { tenantId: view.tenantId, version: versionOf(found, 'users') },
          subjects('person'),
        ),
  ]);
  const actor = (userRef && actors.get(userRef)) || null;
  const entraGroups =
    actor &&
    (await exceptionGroupsOf(
      { knex, config },
      found,
      actor.objectIds,
      subjects('entra-group'),
    ));
  const telling = {
    access,
    at,
    isNow,
    actor: actor && { ...actor, entraGroups },
    requesters: actors,
    addresses,
    unidentifiedMayDecide: config.fourEyes.unidentifiedMayDecide,
    people: names,
    titles,
    groups,
    exempt,
    remindDaysBefore: config.exceptions.remindDaysBefore,
  };
  return rows.map(row => toException(row, telling));
}
