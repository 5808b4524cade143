import {
  changeKinds,
  type Change,
  type ChangeSide,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { Ends } from '../../store/read/changes/changeConditions';
import type { ListedChange } from '../../store/read/changes/listedChanges';
import { readPeopleAt } from '../../store/read/changes/readPeopleAt';
import { readSnapshotTimes } from '../../store/read/changes/readSnapshotTimes';
import { readDirectTeams } from '../../store/read/readDirectTeams';
import type { PersonRow } from '../../store/sql/tables';
import { toPerson } from '../toPerson';

/** The people of a page, as they were at either end. Ranks are negative where the last kind comes first. */
export async function toChanges(
  knex: Knex,
  { from, to }: Ends,
  rows: readonly ListedChange[],
): Promise<Change[]> {
  if (rows.length === 0) {
    return [];
  }
  const ids = rows.map(row => row.object_id);
  const [before, after, teamsBefore, teamsAfter, times] = await Promise.all([
    readPeopleAt(knex, from, ids),
    readPeopleAt(knex, to, ids),
    readDirectTeams(knex, from, ids),
    readDirectTeams(knex, to, ids),
    readSnapshotTimes(
      knex,
      to.tenantId,
      rows.map(row => row.last_snapshot),
    ),
  ]);
  return rows.map(({ object_id: id, rank, last_snapshot }) => {
    const was = before.get(id);
    const is = after.get(id);
    return {
      tenant: to.tenantId,
      id,
      entityRef: (is ?? was)?.entity_ref ?? null,
      kind: changeKinds[Math.abs(rank)],
      at: times.get(last_snapshot)!.toISOString(),
      before: was ? sideOf(was) : null,
      after: is ? sideOf(is) : null,
      teams: (is ? teamsAfter : teamsBefore).get(id) ?? [],
    };
  });
}

function sideOf(row: PersonRow): ChangeSide {
  const person = toPerson(row, undefined);
  return {
    displayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    state: person.state,
    reason: person.reason,
    scopeClass: person.scopeClass,
    registered: person.registered,
    capable: person.capable,
    tier: person.tier,
  };
}
