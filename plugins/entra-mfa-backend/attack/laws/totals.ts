import type {
  People,
  Person,
  Team,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { marks } from '../world/marks';
import { same } from './LawBrokenError';
import type { Look, Viewpoint } from './lookAt';

const sum = (numbers: Iterable<number>) =>
  [...numbers].reduce((total, number) => total + number, 0);

const inScope = ['covered', 'uncovered', 'unknown', 'exempt'] as const;

/** How many there are of each. */
function countBy(people: Person[], of: (person: Person) => string | null) {
  const counts = new Map<string, number>();
  for (const person of people) {
    const key = of(person);
    if (key !== null) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (key: string) => counts.get(key) ?? 0;
}

/** Every total of a snapshot adds up, and is as long as the list that it leads to. */
export function totalsAddUp({ overview, people, roles, unmatched }: Look) {
  const { directory, counts } = overview;
  const law = 'Totals add up, and are as long as their lists';
  const total = sum(directory!.inScope.map(({ count }) => count));
  const leftOut = sum(directory!.leftOut.map(({ count }) => count));
  same(`${law}: the directory`, directory!.total, total + leftOut);
  same(`${law}: people`, people.length, directory!.total);
  same(
    `${law}: everybody once`,
    new Set(people.map(({ id }) => id)).size,
    people.length,
  );
  same(`${law}: in scope`, counts!.inScope, total);
  same(`${law}: states`, sum(Object.values(counts!.states)), counts!.people);
  same(
    `${law}: tiers`,
    sum(Object.values(counts!.tiers)) + counts!.noTier,
    counts!.inScope,
  );
  const state = countBy(people, person => person.state);
  for (const one of directory!.inScope) {
    same(`${law}: ${one.state}`, one.count, state(one.state));
  }
  const scopeClass = countBy(people, person => person.scopeClass);
  for (const one of directory!.leftOut) {
    same(`${law}: ${one.scopeClass}`, one.count, scopeClass(one.scopeClass));
  }
  const counted = people.filter(person => person.scopeClass === null);
  const tier = countBy(counted, person => person.tier);
  for (const [name, count] of Object.entries(counts!.tiers)) {
    same(`${law}: tier ${name}`, count, tier(name));
  }
  for (const { method, count } of counts!.methods) {
    const having = counted.filter(({ methods }) => methods.includes(method));
    same(`${law}: method ${method}`, count, having.length);
  }
  const { covered, uncovered } = counts!.coverage;
  same(
    `${law}: coverage`,
    [covered, uncovered],
    [state('covered'), state('uncovered')],
  );
  if (overview.privileged) {
    same(
      `${law}: privileged`,
      overview.privileged.people,
      counted.filter(({ privileged }) => privileged).length,
    );
  }
  for (const { id, all } of roles.items ?? []) {
    const { people: holders, ...states } = all!;
    same(`${law}: role ${id}`, holders, sum(Object.values(states)));
  }
  const { rowsWithoutPerson, catalogUsersNotInEntra } = overview.unmatched;
  same(
    `${law}: unmatched`,
    unmatched.length,
    rowsWithoutPerson + catalogUsersNotInEntra,
  );
}

/** A team's figures are those of the people on its list, each once, whatever sub-teams they are in. */
export async function teamAddsUp(
  { api, port, mark }: Viewpoint,
  { number, teams }: Look,
  which: number,
): Promise<void> {
  if (teams.length === 0) {
    return;
  }
  const law = 'A team counts each of its people once';
  const { ref, people, coverage } = teams[which % teams.length];
  const query = `tenant=${marks[mark].tenantId}`;
  const list = (await api.read(
    port,
    mark,
    `/people?${query}&team=${ref}&limit=200&count=true`,
  )) as People;
  if (list.snapshot?.number !== number) {
    return;
  }
  const counted = list.items.filter(({ scopeClass }) => scopeClass === null);
  same(`${law}: ${ref}`, list.totalItems, list.items.length);
  same(`${law}: ${ref}`, people, new Set(list.items.map(({ id }) => id)).size);
  same(
    `${law}: ${ref}`,
    [coverage!.covered, coverage!.uncovered],
    ['covered', 'uncovered'].map(
      state => counted.filter(person => person.state === state).length,
    ),
  );
  const [, path] = ref.split(':');
  const team = (await api.read(
    port,
    mark,
    `/teams/group/${path}?${query}`,
  )) as Team;
  same(
    `${law}: ${ref} alone`,
    sum(inScope.map(state => team.counts!.states[state])),
    team.counts!.inScope,
  );
}
