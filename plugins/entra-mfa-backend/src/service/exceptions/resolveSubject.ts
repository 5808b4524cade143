import { InputError, NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  compilePattern,
  patternProblem,
} from '../../assess/exceptions/compilePattern';
import type { Subject } from '../../assess/exceptions/types';
import { countInEntraGroup } from '../../store/exceptions/countInEntraGroup';
import { readPeopleOf } from '../../store/exceptions/readPeopleOf';
import { readGroupNames, type GroupsAt } from '../../store/read/entraGroups';
import { readPerson } from '../../store/read/readPerson';
import { readTeamCounts } from '../../store/read/readCounts';
import type { SnapshotView } from '../../store/asOf/types';
import { entraGroupsAt } from '../entraGroupsAt';
import type { Found } from '../Snapshots';
import type { BodyOf, PeopleAccess, ReadContext } from '../types';
import { countMatches } from './countMatches';

type Asked = BodyOf<'requestException'>['subject'];

/** For how long the names of a tenant are matched; a plain pattern needs a second for 100,000. */
const MATCHING_MS = 10_000;

/** For whom an exception is asked, and how many people that is now; 0 of a group whose members are not known. */
export interface ResolvedSubject {
  subject: Subject;
  people: number;
}

/** Finds those for whom an exception is asked; throws where it is nobody whom the caller may name. */
export async function resolveSubject(
  { knex, config }: Pick<ReadContext, 'knex' | 'config'>,
  found: Found,
  asked: Asked,
  who: { people: PeopleAccess; userRef: string },
): Promise<ResolvedSubject> {
  const { view } = found;
  switch (asked.kind) {
    case 'person':
      return resolvePerson(knex, view, asked, who);
    case 'group':
      return resolveGroup(knex, view, asked.ref.toLowerCase());
    case 'entra-group':
      return resolveEntraGroup(
        knex,
        view,
        { id: asked.id.toLowerCase(), at: entraGroupsAt({ config }, found) },
        who.people,
      );
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

/**
 * A group must have somebody whom the caller may see, as a pattern must. Of one that the portal has not read, who is in it is
 * not known before it is approved: only who sees everybody may name it.
 */
async function resolveEntraGroup(
  knex: Knex,
  view: SnapshotView,
  { id, at }: { id: string; at: GroupsAt | null },
  people: PeopleAccess,
): Promise<ResolvedSubject> {
  if (people.kind === 'none') {
    throw new NotAllowedError(
      'An exception for an Entra group needs the permission entra-mfa.people.read: ask an administrator of the portal',
    );
  }
  const subject: Subject = { kind: 'entra-group', value: id };
  const isKept = at && (await readGroupNames(knex, at, [id])).has(id);
  if (!isKept) {
    if (people.kind === 'all') {
      return { subject, people: 0 };
    }
    throw new InputError(
      `The portal does not know who is in the group ${id}, and so not whether you may see them: somebody who may see everybody can ask for this exception`,
    );
  }
  const count = (of: typeof people) =>
    countInEntraGroup(
      knex,
      view,
      { at, id },
      of.kind === 'some' ? of.criteria : null,
    );
  if ((await count(people)) === 0) {
    throw new InputError(
      `The group ${id} has nobody whom you may see: an exception needs somebody to be for`,
    );
  }
  return { subject, people: await count({ kind: 'all' }) };
}
