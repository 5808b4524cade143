import { peopleFilterSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { eachPage, readPeopleOf } from '../getPeople';
import { readRoleNames } from '../readRoleNames';
import { refuseGroup } from '../entraGroupsAt';
import { refuseSignIns } from '../signInsKnown';
import { refuseRolesNotKept } from '../refuseRolesNotKept';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import type { Found } from '../Snapshots';
import { timeOf } from '../timeOf';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';
import { aboutFile } from './aboutFile';
import { inOrderOfPseudonyms } from './inOrderOfPseudonyms';
import type { Pseudonyms } from './Pseudonyms';
import { readPseudonyms } from './readPseudonyms';
import { tellFilter } from './tellFilter';
import type { ExportedPerson, PeopleExport } from './types';
import { withoutHiddenTeams } from './withoutHiddenTeams';

const AT_ONCE = 1_000;

const nothingHidden = { teams: new Set<string>() };

/**
 * Everybody of the filter that the caller may see, as of one snapshot: with names only where they are
 * asked for.
 */
export async function exportPeople(
  context: ReadContext,
  query: QueryOf<'exportPeople'>,
  access: PeopleAccess,
): Promise<PeopleExport> {
  // Found before the first row is sent, so that a wrong date is an error and not half a file.
  const newest = await context.snapshots.read(query, async one => one);
  const found = newest && {
    ...newest,
    view: { ...newest.view, newest: false },
  };
  const view = found && found.view;
  if (found) {
    await refuseRolesNotKept(context.knex, found.view, query);
    refuseSignIns(context, found, query, access);
    refuseGroup(context, found, query);
  }
  const pseudonyms = query.names
    ? null
    : await readPseudonyms(context.config.exports);
  // The file is made to be handed on, so it tells of teams what may be told to everybody.
  const { teams } =
    view && pseudonyms
      ? await hiddenFrom(context, view, { kind: 'none' })
      : nothingHidden;
  const now = context.clock.now();
  const tenantId = await context.snapshots.tenantOf(query.tenant);
  const names =
    found &&
    (await readRoleNames(context.knex, found.view.tenantId, found.snapshot, {
      roles: query.role?.map(id => id.toLowerCase()) ?? [],
      groups: [],
    }));
  return {
    about: await aboutFile(context, {
      tenantId,
      snapshot: found && found.snapshot,
      pastAt: query.at ?? null,
      filter: tellFilter(query, peopleFilterSchema, {
        named: query.names,
        hiddenTeams: teams,
        roleNames: names?.roles,
      }),
      seen: query.at === undefined ? now : timeOf(query.at, now),
    }),
    tenantId,
    keyId: pseudonyms && pseudonyms.keyId,
    people: rowsOf(context, found, query, access, pseudonyms, teams),
  };
}

async function* rowsOf(
  context: ReadContext,
  found: Found | null,
  query: QueryOf<'exportPeople'>,
  access: PeopleAccess,
  pseudonyms: Pseudonyms | null,
  hiddenTeams: ReadonlySet<string>,
): AsyncIterable<ExportedPerson> {
  if (!found || access.kind === 'none') {
    return;
  }
  const { view } = found;
  const pages = eachPage(context, found, query, access, AT_ONCE);
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
  const chunks = inOrderOfPseudonyms(pseudonyms, tenantId, ids(), AT_ONCE);
  for await (const chunk of chunks) {
    const people = await readPeopleOf(context, view, chunk);
    for (const id of chunk) {
      const person = people.get(id);
      if (person) {
        yield {
          pseudonym: pseudonyms.of(tenantId, id),
          person: withoutHiddenTeams(person, hiddenTeams),
        };
      }
    }
  }
}
