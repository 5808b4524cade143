import type { Knex } from 'knex';
import { ExceptionsInForce } from '../../assess/exceptions/ExceptionsInForce';
import type { PersonFacts } from '../../assess/types';
import { readExceptionsInForce } from '../../store/exceptions/readExceptionsInForce';
import { toInForce } from '../../store/exceptions/toExceptionFacts';
import type { FactsAtRow } from '../../store/read/readFactsAt';
import { readTeamsOfPeople } from '../../store/read/readTeamsOfPeople';
import type { Found } from '../Snapshots';

/** The exceptions that were in force at a snapshot, asked for a batch of people at a time. */
export interface ExceptionsAt {
  of(
    people: readonly FactsAtRow[],
  ): Promise<(person: FactsAtRow) => PersonFacts['exception']>;
}

/** Loads the exceptions that were in force at a snapshot. */
export async function loadExceptionsAt(
  knex: Knex,
  { snapshot, view }: Found,
): Promise<ExceptionsAt> {
  const rows = await readExceptionsInForce(knex, view.tenantId, snapshot.at);
  const exceptions = rows.map(toInForce);
  const teamRefs = exceptions.flatMap(({ subject }) =>
    subject.kind === 'group' ? [subject.value] : [],
  );
  // Only the teams that an exception names matter, so they are all that is numbered.
  const numbers = new Map(teamRefs.map((ref, number) => [ref, number]));
  const inForce = new ExceptionsInForce(
    exceptions,
    ref => numbers.get(ref) ?? -1,
  );
  return {
    async of(people) {
      const teams =
        teamRefs.length === 0
          ? new Map<string, string[]>()
          : await readTeamsOfPeople(
              knex,
              view,
              people.map(person => person.object_id),
              teamRefs,
            );
      return ({ object_id, user }) =>
        inForce.find(
          object_id,
          user.userPrincipalName,
          (teams.get(object_id) ?? []).map(ref => numbers.get(ref)!),
        );
    },
  };
}
