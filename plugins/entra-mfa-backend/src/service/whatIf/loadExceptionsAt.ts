import type { Knex } from 'knex';
import { ExceptionsInForce } from '../../assess/exceptions/ExceptionsInForce';
import type { GroupsOfPerson } from '../../assess/scope/types';
import type { PersonFacts } from '../../assess/types';
import { readExemptions } from '../../store/exceptions/readExemptions';
import { readExceptionsInForce } from '../../store/exceptions/readExceptionsInForce';
import { toInForce } from '../../store/exceptions/toExceptionFacts';
import type { FactsAtRow } from '../../store/read/readFactsAt';
import { readTeamsOfPeople } from '../../store/read/readTeamsOfPeople';
import type { Found } from '../Snapshots';

/** The exceptions that were in force at a snapshot, asked for a batch of people at a time. */
export interface ExceptionsAt {
  /** The Entra groups that they name. */
  entraGroups: readonly string[];
  of(
    people: readonly FactsAtRow[],
  ): Promise<
    (person: FactsAtRow, groups: GroupsOfPerson) => PersonFacts['exception']
  >;
}

/**
 * Loads the exceptions that were in force at a snapshot. Whoever was in scope has the one by which the
 * snapshot assessed them, or none. Of others the snapshot does not say it.
 */
export async function loadExceptionsAt(
  knex: Knex,
  { snapshot, view }: Found,
): Promise<ExceptionsAt> {
  const rows = await readExceptionsInForce(
    knex,
    view.tenantId,
    snapshot.at,
    snapshot.assessedStep,
  );
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
    entraGroups: inForce.entraGroups,
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
      const exemptions = await readExemptions(
        knex,
        view.tenantId,
        people.map(({ assessed }) => assessed?.exception_id ?? null),
      );
      return ({ object_id, user, assessed, entity_ref }, groups) => {
        if (assessed && assessed.state !== 'out-of-scope') {
          const found = exemptions.get(assessed.exception_id ?? '');
          return found
            ? { id: found.id, until: found.until, approver: found.approvedBy }
            : null;
        }
        return inForce.find(
          object_id,
          user.userPrincipalName,
          (teams.get(object_id) ?? []).map(ref => numbers.get(ref)!),
          groups,
          entity_ref === null ? [] : [entity_ref],
        );
      };
    },
  };
}
