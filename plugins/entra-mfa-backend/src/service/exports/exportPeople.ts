import type { SnapshotView } from '../../store/read/types';
import { eachPage, readPeopleOf } from '../getPeople';
import { refuseRolesNotKept } from '../refuseRolesNotKept';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { inOrderOfPseudonyms } from './inOrderOfPseudonyms';
import type { Pseudonyms } from './Pseudonyms';
import { readPseudonyms } from './readPseudonyms';
import type { ExportedPerson, PeopleExport } from './types';
import { withoutHiddenTeams } from './withoutHiddenTeams';

const AT_ONCE = 1_000;

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
  if (view) {
    await refuseRolesNotKept(context.knex, view, query);
  }
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
  const pages = eachPage(context, view, query, access, AT_ONCE);
  if (!pseudonyms) {
    for await (const page of pages) {
      yield* page.map(person => ({ pseudonym: null, person }));
    }
    return;
  }
  async function* ids() {
    for await (const page of pages) {
      yield page.map(({ id }) => id);
    }
  }
  const { tenantId } = view;
  // The file is made to be handed on, so it tells of teams what may be told to everybody.
  const { teams } = await hiddenFrom(context, view, { kind: 'none' });
  const chunks = inOrderOfPseudonyms(pseudonyms, tenantId, ids(), AT_ONCE);
  for await (const chunk of chunks) {
    const people = await readPeopleOf(context, view, chunk);
    for (const id of chunk) {
      const person = people.get(id);
      if (person) {
        yield {
          pseudonym: pseudonyms.of(tenantId, id),
          person: withoutHiddenTeams(person, teams),
        };
      }
    }
  }
}
