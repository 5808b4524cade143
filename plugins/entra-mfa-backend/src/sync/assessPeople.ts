import { conditionOf, packCondition } from '../assess/condition';
import { assessPerson } from '../assess/assessPerson';
import {
  enabledSince,
  followEnablement,
  type Enablement,
} from '../assess/enablement';
import type { ExceptionsInForce } from '../assess/exceptions/ExceptionsInForce';
import type { OwnersRollUp } from '../assess/owners/OwnersRollUp';
import { FigureChange, type Standing } from '../assess/FigureChange';
import { createTeamRollUp, createTenantRollUp } from '../assess/rollUp';
import { toPersonFacts } from '../assess/toPersonFacts';
import type {
  Assessment,
  PersonFacts,
  TeamRollUp,
  TenantRollUp,
} from '../assess/types';
import type { LeaveDateBody, UserBody } from '../collectors/types';
import { flag } from '../store/flag';
import { insertAssessed } from '../store/insertAssessed';
import { insertPersonChanges } from '../store/insertPersonChanges';
import { toDateOrNull } from '../store/instant';
import { readPeopleFacts, type PeopleFactsRow } from '../store/readPeopleFacts';
import { readPersonRoles } from '../store/readPersonRoles';
import { readPersonTeams } from '../store/readPersonTeams';
import type { PersonRow } from '../store/tables';
import type { AssessContext } from './AssessContext';
import type { CatalogPeople } from './CatalogPeople';
import { PersonChanges } from './PersonChanges';
import { personRow, saysTheSame, type NewPersonRow } from './personRow';
import { ReassessAt } from './ReassessAt';
import { RoleChanges } from './RoleChanges';
import { hasSameFacts } from './RulesChange';
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
  /** When time alone changes a judgement, and whether another report does. */
  reassess: ReassessAt;
  /** What became of the people of the figure that is published. */
  change: FigureChange;
}

/**
 * Judges everybody of the directory, batch by batch in key order, adds them up, and writes the rows
 * of those who are not as they were.
 */
export async function assessPeople(
  context: AssessContext,
  forest: TeamForest,
  catalog: CatalogPeople,
  exceptions: ExceptionsInForce,
  owners: OwnersRollUp,
): Promise<PeopleResult> {
  const { knex, claim, clock, number, signal } = context;
  const { tenantId, lastSnapshot } = claim;
  const tenant = createTenantRollUp();
  const teams = forest.teams.map(() => createTeamRollUp());
  const reassess = new ReassessAt();
  const change = new FigureChange(context.rulesChange === null);
  const personChanges = new PersonChanges({
    hasHistory: lastSnapshot > 0,
  });
  reassess.considerEnd(exceptions.firstEnd);

  const rowsWithoutPerson: string[] = [];

  for await (const batch of readPeopleFacts(
    knex,
    { tenantId, lastSnapshot, leaveDates: context.leaveDates },
    PEOPLE_AT_ONCE,
  )) {
    signal.throwIfAborted();
    noteGone(context, batch.gone);
    personChanges.gone(batch.gone);
    for (const key of batch.rowsWithoutPerson) {
      rowsWithoutPerson.push(key);
    }
    if (batch.people.length === 0) {
      await writeChanges(context, personChanges);
      break;
    }
    const people: NewPersonRow[] = [];
    const range = {
      tenantId,
      lastSnapshot,
      from: batch.people[0].object_id,
      to: batch.people[batch.people.length - 1].object_id,
    };
    const memberships = new TeamChanges(
      forest,
      await readPersonTeams(knex, range),
      context.changes,
    );
    const held = new RoleChanges(
      await readPersonRoles(knex, range),
      context.changes,
    );
    for (const facts of batch.people) {
      const user: UserBody = JSON.parse(facts.user_body);
      const found = catalog.find(facts.object_id);
      const inCatalog = found !== -1;
      const own = catalog.teamsOf(found);
      const all = forest.withParents(own);
      const exception = exceptions.find(
        facts.object_id,
        user.userPrincipalName,
        all,
      );
      const enablement = enablementOf(facts, user, context.at);
      const known = { user, exception, enablement };
      const assessment = judge(context, facts, known);
      reassess.consider(assessment, user, enabledSince(enablement));
      change.add(standingOf(facts), assessment);
      tenant.add(assessment, {
        inCatalog,
        ownTeams: own,
        account: {
          enabled: user.accountEnabled !== false,
          guest: user.userType?.toLowerCase() === 'guest',
        },
      });
      for (let i = 0; i < all.length; i += 1) {
        teams[all[i]].add(assessment, { direct: i < own.length, inCatalog });
      }
      memberships.compare(facts.object_id, all, own.length);
      held.compare(facts.object_id, context.roles.of(facts.object_id));

      const row = personRow(
        {
          objectId: facts.object_id,
          user,
          enablement,
          leaveAt: leaveAt(facts),
          entityRef: catalog.refOf(found),
        },
        assessment,
        facts.last,
        context.at,
      );
      owners.add(assessment, { entityRef: row.entity_ref, teams: all });
      if (!facts.last || !saysTheSame(row, facts.last)) {
        people.push(row);
        note(context, row, facts);
        personChanges.compare(row, facts.last, before =>
          isByRules(context, facts, known, { before, assessment }),
        );
      }
    }
    await insertAssessed(
      knex,
      claim,
      number,
      {
        person: people,
        person_team: memberships.rows,
        person_role: held.rows,
      },
      clock.now(),
    );
    await writeChanges(context, personChanges);
  }
  return { tenant, teams, rowsWithoutPerson, reassess, change };
}

async function writeChanges(
  { knex, claim, clock, number }: AssessContext,
  changes: PersonChanges,
) {
  await insertPersonChanges(knex, claim, number, changes.take(), clock.now());
}

/** What is known of a person besides the rows. */
interface Known {
  user: UserBody;
  exception: PersonFacts['exception'];
  enablement: Enablement;
}

function judge(
  context: AssessContext,
  facts: PeopleFactsRow,
  { user, exception, enablement }: Known,
): Assessment {
  const { rules, at, report, reportRefreshedAt, isNewReport, roles } = context;
  return assessPerson(
    toPersonFacts(
      {
        objectId: facts.object_id,
        user,
        registration: facts.registration_body,
        noRowRuns: facts.last?.no_row_runs ?? 0,
        enabledSince: enabledSince(enablement),
      },
      {
        report,
        reportRefreshedAt,
        isNewReport,
        roles: roles.of(facts.object_id),
        exception,
      },
    ),
    rules,
    at,
  );
}

/** Whether the rules alone account for what a person is now. */
function isByRules(
  context: AssessContext,
  facts: PeopleFactsRow,
  known: Known,
  { before, assessment }: { before: number; assessment: Assessment },
): boolean {
  const { rulesChange } = context;
  if (rulesChange?.of === 'settings') {
    const rules = rulesChange.before;
    const then = judge({ ...context, rules }, facts, known);
    return packCondition(conditionOf(then)) === before;
  }
  return (
    rulesChange !== null &&
    hasSameFacts(facts, assessment, rulesChange.versions)
  );
}

function enablementOf(
  { last }: PeopleFactsRow,
  { accountEnabled, createdDateTime }: UserBody,
  at: Date,
): Enablement {
  const before = last && {
    enabled: flag(last.enabled),
    since: toDateOrNull(last.enablement_since),
  };
  return followEnablement(accountEnabled, createdDateTime, before, at);
}

function leaveAt({ leave_body }: PeopleFactsRow): Date | null {
  if (leave_body === null) {
    return null;
  }
  const { employeeLeaveDateTime }: LeaveDateBody = JSON.parse(leave_body);
  return new Date(employeeLeaveDateTime);
}

function standingOf({ last }: PeopleFactsRow): Standing | null {
  return last && { state: last.state, scopeClass: last.scope_class };
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

function noteGone({ changes }: AssessContext, gone: readonly PersonRow[]) {
  for (const { object_id: objectId } of gone) {
    changes.replaced.person.push(objectId);
    changes.replaced.person_team.push(objectId);
    changes.replaced.person_role.push(objectId);
    changes.objectIds.push(objectId);
  }
}
