import { assessPerson } from '../assess/assessPerson';
import { createTeamRollUp, createTenantRollUp } from '../assess/rollUp';
import type { Assessment, TeamRollUp, TenantRollUp } from '../assess/types';
import type { RegistrationBody, UserBody } from '../collectors/types';
import { insertAssessed } from '../store/insertAssessed';
import { readPeopleFacts, type PeopleFactsRow } from '../store/readPeopleFacts';
import { readPersonTeams } from '../store/readPersonTeams';
import type { AssessContext } from './AssessContext';
import type { CatalogPeople } from './CatalogPeople';
import { personRow, saysTheSame, type NewPersonRow } from './personRow';
import { ReassessAt } from './ReassessAt';
import { TeamChanges } from './TeamChanges';
import type { TeamForest } from './TeamForest';

/** Few enough that what a batch leaves behind is swept away at once. */
const PEOPLE_AT_ONCE = 300;

/** What judging everybody comes to. */
export interface PeopleResult {
  tenant: TenantRollUp;
  /** By the team's number. */
  teams: TeamRollUp[];
  /** Keys of report rows that belong to nobody in the directory. */
  rowsWithoutPerson: string[];
  /** When time alone changes a judgement; null when it does not. */
  reassessAt: Date | null;
}

/**
 * Judges everybody of the directory, batch by batch in key order, adds them up, and writes the rows
 * of those who are not as they were.
 */
export async function assessPeople(
  context: AssessContext,
  forest: TeamForest,
  catalog: CatalogPeople,
): Promise<PeopleResult> {
  const { knex, claim, clock, number, signal } = context;
  const { tenantId, lastSnapshot } = claim;
  const tenant = createTenantRollUp();
  const teams = forest.teams.map(() => createTeamRollUp());
  const reassess = new ReassessAt(context.at);

  const rowsWithoutPerson: string[] = [];

  for await (const batch of readPeopleFacts(
    knex,
    { tenantId, lastSnapshot },
    PEOPLE_AT_ONCE,
  )) {
    signal.throwIfAborted();
    noteGone(context, batch.gone);
    for (const key of batch.rowsWithoutPerson) {
      rowsWithoutPerson.push(key);
    }
    if (batch.people.length === 0) {
      break;
    }
    const people: NewPersonRow[] = [];
    const memberships = new TeamChanges(
      forest,
      await readPersonTeams(knex, {
        tenantId,
        lastSnapshot,
        from: batch.people[0].object_id,
        to: batch.people[batch.people.length - 1].object_id,
      }),
      context.changes,
    );
    for (const facts of batch.people) {
      const user: UserBody = JSON.parse(facts.user_body);
      const assessment = judge(context, facts, user);
      reassess.consider(assessment, user);

      const found = catalog.find(facts.object_id);
      const inCatalog = found !== -1;
      const own = catalog.teamsOf(found);
      const all = forest.withParents(own);
      tenant.add(assessment, { inCatalog, ownTeams: own });
      for (let i = 0; i < all.length; i += 1) {
        teams[all[i]].add(assessment, { direct: i < own.length, inCatalog });
      }
      memberships.compare(facts.object_id, all, own.length);

      const row = personRow(
        facts.object_id,
        user,
        assessment,
        catalog.refOf(found),
        facts.last,
        context.at,
      );
      if (!facts.last || !saysTheSame(row, facts.last)) {
        people.push(row);
        note(context, row, facts);
      }
    }
    await insertAssessed(
      knex,
      claim,
      number,
      { person: people, person_team: memberships.rows },
      clock.now(),
    );
  }
  return { tenant, teams, rowsWithoutPerson, reassessAt: reassess.at };
}

function judge(
  { rules, report, at, reportReadAgain }: AssessContext,
  facts: PeopleFactsRow,
  user: UserBody,
): Assessment {
  const registration: RegistrationBody | null =
    facts.registration_body && JSON.parse(facts.registration_body);
  return assessPerson(
    {
      objectId: facts.object_id,
      user,
      registration,
      report,
      reportReadAgain,
      noRowRuns: facts.last?.no_row_runs ?? 0,
      privileged: null,
      exception: null,
    },
    rules,
    at,
  );
}

function note(
  { changes }: AssessContext,
  row: NewPersonRow,
  { object_id, last }: PeopleFactsRow,
) {
  changes.people += 1;
  if (last) {
    changes.replaced.person.push(object_id);
  }
  if (row.state !== last?.state || row.entity_ref !== last?.entity_ref) {
    changes.objectIds.push(object_id);
  }
}

function noteGone({ changes }: AssessContext, gone: readonly string[]) {
  for (const objectId of gone) {
    changes.replaced.person.push(objectId);
    changes.replaced.person_team.push(objectId);
    changes.objectIds.push(objectId);
  }
}
