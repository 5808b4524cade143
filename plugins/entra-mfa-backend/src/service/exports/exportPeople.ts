import type { Person } from 'backstage-plugin-entra-mfa-common';
import type { SnapshotView } from '../../store/read/types';
import { eachPage, readPeopleOf } from '../getPeople';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import type { Pseudonyms } from './Pseudonyms';
import { readPseudonyms } from './readPseudonyms';
import type { ExportedPerson, PeopleExport } from './types';

const AT_ONCE = 1_000;
/** Of a pseudonym, enough to sort by. */
const SORTED_BY = 16;

/**
 * Everybody of the filter that the caller may see, as of one snapshot: with names only where they are
 * asked for.
 */
export async function exportPeople(
  context: ReadContext,
  query: QueryOf<'getPeople'>,
  access: PeopleAccess,
): Promise<PeopleExport> {
  // Found before the first row is sent, so that a wrong date is an error and not half a file.
  const view = await context.snapshots.read(
    query,
    async found => found && { ...found.view, newest: false },
  );
  const pseudonyms = query.names
    ? null
    : await readPseudonyms(context.config.exports);
  return {
    keyId: pseudonyms && pseudonyms.keyId,
    people: rowsOf(context, view, query, access, pseudonyms),
  };
}

async function* rowsOf(
  context: ReadContext,
  view: SnapshotView | null,
  query: QueryOf<'getPeople'>,
  access: PeopleAccess,
  pseudonyms: Pseudonyms | null,
): AsyncIterable<ExportedPerson> {
  if (!view || access.kind === 'none') {
    return;
  }
  if (!pseudonyms) {
    for await (const page of eachPage(context, view, query, access, AT_ONCE)) {
      yield* page.map(person => ({ pseudonym: null, person }));
    }
    return;
  }
  // In the order of names, or of ids, whoever has the directory could count to each person. So the
  // people come in the order of their pseudonyms: first all keys, sorted, and then the rows to them.
  const keys: string[] = [];
  for await (const page of eachPage(context, view, query, access, AT_ONCE)) {
    for (const { tenant, id } of page) {
      keys.push(pseudonyms.of(tenant, id).slice(0, SORTED_BY) + id);
    }
  }
  keys.sort();
  // The file is made to be handed on, so it tells of teams what may be told to everybody.
  const hidden = await hiddenFrom(context, view, { kind: 'none' });
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const ids = keys
      .slice(start, start + AT_ONCE)
      .map(key => key.slice(SORTED_BY));
    const people = await readPeopleOf(context, view, ids);
    for (const id of ids) {
      const person = people.get(id);
      if (person) {
        yield {
          pseudonym: pseudonyms.of(person.tenant, id),
          person: withoutHidden(person, hidden.teams),
        };
      }
    }
  }
}

function withoutHidden(person: Person, hidden: ReadonlySet<string>): Person {
  return {
    ...person,
    teams: person.teams.map(team =>
      hidden.has(team.ref) ? { ref: team.ref, title: '(small team)' } : team,
    ),
  };
}
