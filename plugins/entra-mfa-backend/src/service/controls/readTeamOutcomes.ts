import type { Knex } from 'knex';
import { runTeamTests } from '../../assess/controls/controlTests';
import type { TeamOutcomes } from '../../assess/controls/teamTests';
import { LOST_DAYS, windowsOf } from '../../assess/controls/windowsOf';
import { nothingRead } from '../../assess/roles/nothingRead';
import { readSnapshot } from '../../store/asOf/readSnapshot';
import type { SnapshotView } from '../../store/asOf/types';
import { readControlTests } from '../../store/controls/readControlVersions';
import { countTeamPeople } from '../../store/controls/countTeamPeople';
import { readTenantCounts } from '../../store/read/readCounts';
import { readTeamLines, type TeamLine } from '../../store/read/readTeamLines';
import { memoizeBySnapshot } from '../smallTeams/memoizeBySnapshot';

/** A team, and what tests come to for it. */
export interface AssessedTeam extends Omit<TeamLine, 'counts'> {
  outcomes: TeamOutcomes;
}

/**
 * What the tests that a team can answer come to for every team, or for one, at a snapshot. Nothing of it is stored: it
 * follows from people, teams and counts of then, by the rules that judge the tenant.
 *
 * @param team - its ref; null for all
 * @returns null where the snapshot tested nothing
 */
export async function readTeamOutcomes(
  knex: Knex,
  view: SnapshotView,
  team: string | null,
): Promise<AssessedTeam[] | null> {
  const { tenantId } = view;
  const { at, dataSets } = (await readSnapshot(knex, tenantId, view.snapshot))!;
  const tested = await readControlTests(knex, {
    tenantId,
    upTo: view.snapshot,
  });
  // The days that held then, whatever is configured now.
  const days = tested.find(({ test }) => test === 'joiners')?.days;
  if (days === undefined || days === null) {
    return null;
  }
  const { joined, lost } = windowsOf(at, days);
  const knowsLeaveDates = JSON.parse(dataSets)['leave-dates'] !== undefined;
  const counted = await countTeamPeople(knex, view, team, {
    ...{ joined, lost },
    left: knowsLeaveDates ? at : null,
  });
  const tenant = await readTenantCounts(knex, view);
  const roles = tenant?.roles ?? nothingRead;
  const lines = await readTeamLines(knex, view, team);
  return lines.map(({ counts, ...line }) => {
    const people = counted.of(line.ref);
    return {
      ...line,
      outcomes: runTeamTests({
        ...{ counts, roles, targetPermille: line.targetPermille },
        privileged: people.privileged,
        joiners: { days, ...people.joiners },
        leavers: knowsLeaveDates ? people.leavers : null,
        lost: { days: LOST_DAYS, people: people.lost },
      }),
    };
  });
}

/** The same of every team. It goes through all people, and a snapshot never changes. */
export const readAllTeamOutcomes = memoizeBySnapshot((knex, view) =>
  readTeamOutcomes(knex, view, null),
);
