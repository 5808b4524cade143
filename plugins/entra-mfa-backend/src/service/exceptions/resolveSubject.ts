import { InputError, NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  compilePattern,
  patternProblem,
} from '../../assess/exceptions/compilePattern';
import type { Subject } from '../../assess/exceptions/types';
import { readPeopleOf } from '../../store/exceptions/readPeopleOf';
import { readPerson } from '../../store/read/readPerson';
import { readTeamCounts } from '../../store/read/readCounts';
import type { SnapshotView } from '../../store/asOf/types';
import type { BodyOf, PeopleAccess } from '../types';
import { countMatches } from './countMatches';

type Asked = BodyOf<'requestException'>['subject'];

/** For how long the names of a tenant are matched; a plain pattern needs a second for 100,000. */
const MATCHING_MS = 10_000;

/** For whom an exception is asked, and how many people that is now. */
export interface ResolvedSubject {
  subject: Subject;
  people: number;
}

/** Finds those for whom an exception is asked; throws where it is nobody whom the caller may name. */
export async function resolveSubject(
  knex: Knex,
  view: SnapshotView,
  asked: Asked,
  who: { people: PeopleAccess; userRef: string },
): Promise<ResolvedSubject> {
  switch (asked.kind) {
    case 'person':
      return resolvePerson(knex, view, asked, who);
    case 'group':
      return resolveGroup(knex, view, asked.ref.toLowerCase());
    default:
      return resolveRule(knex, view, asked.pattern, who.people);
  }
}

/** Somebody whom the caller may not see is not told apart from nobody. Oneself can always be named. */
async function resolvePerson(
  knex: Knex,
  view: SnapshotView,
  { id, entityRef }: Extract<Asked, { kind: 'person' }>,
  { people, userRef }: { people: PeopleAccess; userRef: string },
): Promise<ResolvedSubject> {
  if ((id === undefined) === (entityRef === undefined)) {
    throw new InputError(
      "Parameter 'subject' is wrong: a person is named by either 'id' (the Entra object id) or 'entityRef' (the User entity)",
    );
  }
  const [person] = await readPeopleOf(knex, view, {
    entityRefs: entityRef === undefined ? [] : [entityRef.toLowerCase()],
    objectIds: id === undefined ? [] : [id.toLowerCase()],
  });
  const isVisible =
    person &&
    (person.entity_refs.includes(userRef) ||
      people.kind === 'all' ||
      (people.kind === 'some' &&
        (await readPerson(knex, view, person.object_id, people.criteria))));
  if (!isVisible) {
    throw new InputError(
      "Parameter 'subject' is wrong: the directory has no such person, or you may not see them; look for the person under People",
    );
  }
  return { subject: { kind: 'person', value: person.object_id }, people: 1 };
}

async function resolveGroup(
  knex: Knex,
  view: SnapshotView,
  ref: string,
): Promise<ResolvedSubject> {
  const counts = await readTeamCounts(knex, view, ref);
  if (!counts) {
    throw new InputError(
      `Parameter 'subject' is wrong: the catalog had no group ${ref} when it was read last`,
    );
  }
  return { subject: { kind: 'group', value: ref }, people: counts.people };
}

/** A pattern must fit somebody whom the caller may see: else trying patterns would tell names. */
async function resolveRule(
  knex: Knex,
  view: SnapshotView,
  pattern: string,
  people: PeopleAccess,
): Promise<ResolvedSubject> {
  const problem = patternProblem(pattern);
  if (problem) {
    throw new InputError(problem);
  }
  if (people.kind === 'none') {
    throw new NotAllowedError(
      'An exception for a rule needs the permission entra-mfa.people.read: ask an administrator of the portal',
    );
  }
  // Those whom the caller may see come first, and one of them is enough.
  const matching = {
    view,
    pattern: compilePattern(pattern),
    budgetMs: MATCHING_MS,
  };
  const visible = await countMatches(knex, {
    ...matching,
    allowed: people.kind === 'all' ? null : people.criteria,
    enough: 1,
  });
  if (visible === 0) {
    throw new InputError(
      `The pattern ${pattern} fits the user principal name of nobody whom you may see: an exception needs somebody to be for`,
    );
  }
  const all = await countMatches(knex, {
    ...matching,
    allowed: null,
    enough: Infinity,
  });
  return { subject: { kind: 'rule', value: pattern }, people: all };
}
