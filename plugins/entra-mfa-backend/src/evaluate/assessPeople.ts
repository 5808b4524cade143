import { setImmediate } from 'timers/promises';
import { enabledSince } from '../assess/enablement';
import { FigureChange } from '../assess/FigureChange';
import type { OwnersRollUp } from '../assess/owners/OwnersRollUp';
import { endOfMark, lastFailure } from '../assess/lastFailure';
import { createTeamRollUp, createTenantRollUp } from '../assess/rollUp';
import type { TeamRollUp, TenantRollUp } from '../assess/types';
import { readAhead } from '../collect/readAhead';
import type { UserBody } from '../collectors/types';
import type { AssessedRows } from '../store/evaluate/insertAssessed';
import { insertPeople } from '../store/evaluate/insertPeople';
import type { PeopleFactsRow } from '../store/evaluate/readPeopleFacts';
import type { PersonRow } from '../store/sql/tables';
import type { AssessContext } from './AssessContext';
import type { CatalogPeople } from './CatalogPeople';
import { EntityChanges } from './EntityChanges';
import {
  enablementOf,
  isByRules,
  evaluatePerson,
  leaveAt,
  standingByData,
  standingOf,
} from './evaluatePerson';
import type { LoadedExceptions } from './loadExceptions';
import { PersonChanges } from './PersonChanges';
import { personRow, isSameRow, type NewPersonRow } from './personRow';
import { readBatches, type BatchFacts } from './readBatches';
import { ReassessAt } from './ReassessAt';
import { RoleChanges } from './RoleChanges';
import { TeamChanges } from './TeamChanges';
import type { TeamHierarchy } from './TeamHierarchy';
import { WriteBehind } from './WriteBehind';

/**
 * After so many the database is heard: a write needs several answers until it is under way, and would otherwise not
 * begin until the whole next batch is assessed.
 */
const PEOPLE_IN_ONE_GO = 50;

/** What assessing everybody comes to. */
export interface PeopleResult {
  tenant: TenantRollUp;
  /** By the team's number. */
  teams: TeamRollUp[];
  /** Keys of report rows that belong to nobody in the directory. */
  rowsWithoutPerson: string[];
  /** When time alone changes an assessment, and whether another report does. */
  reassess: ReassessAt;
  /** What became of the people of the figure that is published. */
  change: FigureChange;
}

/**
 * Assesses everybody of the directory, batch by batch in key order, adds them up, and writes the rows
 * of those who are not as they were.
 */
export async function assessPeople(
  context: AssessContext,
  forest: TeamHierarchy,
  catalog: CatalogPeople,
  { inForce: exceptions, isByGroup }: LoadedExceptions,
  owners: OwnersRollUp,
): Promise<PeopleResult> {
  const { knex, claim, number, signal } = context;
  const { lastSnapshot } = claim;
  const tenant = createTenantRollUp();
  const teams = forest.teams.map(() => createTeamRollUp());
  const reassess = new ReassessAt();
  const change = new FigureChange(isByGroup);
  const personChanges = new PersonChanges({
    hasHistory: lastSnapshot > 0,
  });
  reassess.considerEnd(exceptions.firstEnd);

  const rowsWithoutPerson: string[] = [];
  const askedOf = (
    objectId: string,
    user: UserBody,
    groups: Map<string, string[]> | null,
  ) =>
    context.policies.reach.of({
      objectId,
      userType: user.userType?.toLowerCase() ?? null,
      roles: context.roles.of(objectId),
      groups: groups && (groups.get(objectId) ?? []),
    });

  const writes = new WriteBehind();
  const write = (rows: AssessedRows) => {
    const changes = personChanges.take();
    return writes.add(() =>
      insertPeople(knex, claim, number, { rows, changes }),
    );
  };
  const takeBatch = async (batch: BatchFacts) => {
    noteGone(context, batch.gone);
    personChanges.gone(batch.gone);
    for (const key of batch.rowsWithoutPerson) {
      rowsWithoutPerson.push(key);
    }
    const people: NewPersonRow[] = [];
    const memberships = new TeamChanges(forest, batch.teams, context.changes);
    const held = new RoleChanges(batch.roles, context.changes);
    const entities = new EntityChanges(batch.entities, context.changes);
    const { policyGroups, events, scopeGroupsOf } = batch;
    for (const [place, facts] of batch.people.entries()) {
      if (place % PEOPLE_IN_ONE_GO === 0) {
        await setImmediate();
      }
      const user: UserBody = JSON.parse(facts.user_body);
      const users = catalog.usersOf(facts.object_id);
      const inCatalog = users.length > 0;
      const own = catalog.teamsOf(users);
      const all = forest.withParents(own);
      const entityRefs = users.map(one => catalog.refOf(one));
      const scopeGroups = scopeGroupsOf(facts.object_id);
      const exception = exceptions.find(
        facts.object_id,
        user.userPrincipalName,
        all,
        scopeGroups,
        entityRefs,
      );
      const enablement = enablementOf(facts, user, context.at);
      const known = {
        user,
        exception,
        asked: askedOf(facts.object_id, user, policyGroups),
        failedAt: lastFailure(events?.get(facts.object_id) ?? [], context.at),
        isAtRisk: context.atRisk.has(facts.object_id),
        mailbox: context.mailboxes.get(facts.object_id) ?? null,
        scopeGroups,
        enablement,
      };
      const assessment = evaluatePerson(context, facts, known);
      reassess.consider(assessment, user, enabledSince(enablement));
      reassess.considerEnd(known.failedAt && endOfMark(known.failedAt));
      change.add(
        standingOf(facts),
        standingByData(context, facts, known, assessment),
      );
      tenant.add(assessment, {
        inCatalog,
        ownTeams: own,
        account: {
          enabled: user.accountEnabled !== false,
          guest: user.userType?.toLowerCase() === 'guest',
          member:
            (user.userType ?? context.rules.userTypeNull)?.toLowerCase() ===
            'member',
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
          entityRef: entityRefs[0] ?? null,
        },
        assessment,
        facts.last,
        context.at,
      );
      owners.add(assessment, { entityRefs, teams: all });
      const newUsers = entities.compare(facts.object_id, entityRefs.slice(1));
      if (
        row.state !== facts.last?.state ||
        row.entity_ref !== facts.last?.entity_ref ||
        newUsers
      ) {
        context.changes.objectIds.push(facts.object_id);
      }
      if (!facts.last || !isSameRow(row, facts.last)) {
        people.push(row);
        note(context, facts);
        personChanges.compare(row, facts.last, before =>
          isByRules(context, facts, known, { before, assessment }),
        );
      }
    }
    await write({
      person: people,
      person_team: memberships.rows,
      person_role: held.rows,
      person_entity: entities.rows,
    });
  };

  try {
    // Reading, assessing and writing overlap.
    for await (const batch of readAhead(() => readBatches(context), signal)) {
      signal.throwIfAborted();
      await takeBatch(batch);
    }
    await writes.finish();
  } catch (error) {
    // Nothing is written after the run's end.
    await writes.finish().catch(() => {});
    throw error;
  }
  return { tenant, teams, rowsWithoutPerson, reassess, change };
}

function note({ changes }: AssessContext, { object_id, last }: PeopleFactsRow) {
  changes.people += 1;
  if (last) {
    changes.replaced.person.push(object_id);
  }
}

function noteGone({ changes }: AssessContext, gone: readonly PersonRow[]) {
  for (const { object_id: objectId } of gone) {
    changes.replaced.person.push(objectId);
    changes.replaced.person_team.push(objectId);
    changes.replaced.person_role.push(objectId);
    changes.replaced.person_entity.push(objectId);
    changes.objectIds.push(objectId);
  }
}
