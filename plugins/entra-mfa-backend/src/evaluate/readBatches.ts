import type { RegistrationEventBody } from '../collectors/types';
import type { GroupsOfPerson } from '../assess/scope/types';
import { readEvents } from '../store/evaluate/readEvents';
import { readGroupsOf } from '../store/evaluate/readGroupsOf';
import {
  readPeopleFacts,
  type PeopleBatch,
} from '../store/evaluate/readPeopleFacts';
import { readPersonEntities } from '../store/evaluate/readPersonEntities';
import { readPersonRoles } from '../store/evaluate/readPersonRoles';
import { readPersonTeams } from '../store/evaluate/readPersonTeams';
import type { AssessContext } from './AssessContext';
import { scopeGroupsIn } from './loadScopeGroups';

/** Few enough that what a batch leaves behind is swept away at once. */
const PEOPLE_AT_ONCE = 600;

/** Some people in a row, with what is known of them, and what was true of them before. */
export interface BatchFacts extends PeopleBatch {
  teams: Awaited<ReturnType<typeof readPersonTeams>>;
  roles: Awaited<ReturnType<typeof readPersonRoles>>;
  entities: Awaited<ReturnType<typeof readPersonEntities>>;
  /** The groups of policies by person; null where they are not known. */
  policyGroups: Map<string, string[]> | null;
  /** What people tried; null where it is not read. */
  events: Map<string, RegistrationEventBody[]> | null;
  scopeGroupsOf: (objectId: string) => GroupsOfPerson;
}

/** Reads everybody of the directory in key order with what they are assessed by, batch by batch. */
export async function* readBatches(
  context: AssessContext,
): AsyncGenerator<BatchFacts> {
  const { knex, claim, leaveDates } = context;
  const { tenantId, lastSnapshot } = claim;
  // Nothing was true of anybody before the first snapshot.
  const isFirst = lastSnapshot === 0;
  const batches = readPeopleFacts(
    knex,
    { tenantId, lastSnapshot, leaveDates },
    PEOPLE_AT_ONCE,
  );
  for await (const batch of batches) {
    const range = {
      tenantId,
      lastSnapshot,
      from: batch.people[0]?.object_id ?? '',
      to: batch.people.at(-1)?.object_id ?? '',
    };
    const [teams, roles, entities, policyGroups, events, scopeGroupsOf] =
      await Promise.all([
        isFirst ? new Map<string, string>() : readPersonTeams(knex, range),
        isFirst ? new Map<string, string>() : readPersonRoles(knex, range),
        isFirst ? new Map<string, string[]>() : readPersonEntities(knex, range),
        groupsOf(context, range),
        eventsOf(context, range),
        scopeGroupsIn(knex, context.scopeGroups, range),
      ]);
    const before = { teams, roles, entities };
    yield { ...batch, ...before, policyGroups, events, scopeGroupsOf };
  }
}

interface Range {
  tenantId: string;
  from: string;
  to: string;
}

async function groupsOf(
  { knex, policies }: AssessContext,
  range: Range,
): Promise<BatchFacts['policyGroups']> {
  const version = policies.membersVersion;
  return version === null
    ? null
    : readGroupsOf(knex, {
        ...range,
        dataSet: 'policy-group-members',
        version,
      });
}

async function eventsOf(
  { knex, eventsVersion: version }: AssessContext,
  range: Range,
): Promise<BatchFacts['events']> {
  return version === null ? null : readEvents(knex, { ...range, version });
}
