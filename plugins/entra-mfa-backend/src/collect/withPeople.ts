import type { Collector } from '../collectors/types';
import type { Page } from '../graph/types';
import { readPeopleNamed } from '../store/run/readPeopleNamed';
import { peopleAmong } from './peopleAmong';
import type { RunContext } from './RunContext';

const DAY = 86_400_000;

/**
 * The rows of pages that are about people of the directory, without events that are older than they are kept. A row
 * without what it is looked up by is passed on for being refused.
 */
export function withPeople(
  context: RunContext,
  { events, ofPeople }: Collector,
  pages: AsyncIterable<Page>,
): AsyncIterable<Page> {
  if (ofPeople !== undefined) {
    return withIds(context, ofPeople, events, pages);
  }
  return events?.name === undefined
    ? pages
    : withNames(context, { ...events, name: events.name }, pages);
}

async function* withIds(
  context: RunContext,
  property: string,
  events: Collector['events'],
  pages: AsyncIterable<Page>,
): AsyncIterable<Page> {
  const oldest = events ? oldestOf(context, events.keptDays) : null;
  const idOf = (row: unknown) => textOf(row, property);
  for await (const page of pages) {
    const ids = [...new Set(page.rows.map(idOf))].filter(Boolean);
    const people = await peopleAmong(context, ids);
    const rows = page.rows.filter(row => {
      if (valueOf(row, property) === undefined) {
        return true;
      }
      const isOld =
        events && oldest !== null && timeOf(row, events.at) < oldest;
      return people.has(idOf(row)) && !isOld;
    });
    yield { ...page, rows };
  }
}

/**
 * The rows with the object id of the person whom each names. Left out are those of nobody whom the figures of the run
 * before had, and of a name that the person has not had since then, because the account is younger.
 */
async function* withNames(
  context: RunContext,
  { name, at, keptDays }: { name: string; at: string; keptDays: number },
  pages: AsyncIterable<Page>,
): AsyncIterable<Page> {
  const { knex, claim } = context;
  const oldest = oldestOf(context, keptDays);
  const nameOf = (row: unknown) => textOf(row, name);
  for await (const page of pages) {
    const names = [...new Set(page.rows.map(nameOf))].filter(Boolean);
    const people = await readPeopleNamed(knex, claim.tenantId, names);
    const rows = page.rows.flatMap(row => {
      if (valueOf(row, name) === undefined) {
        return [{ of: '', row }];
      }
      const person = people.get(nameOf(row));
      const isOld = timeOf(row, at) < Math.max(oldest, person?.createdAt ?? 0);
      return person && !isOld ? [{ of: person.objectId, row }] : [];
    });
    yield { ...page, rows };
  }
}

function oldestOf({ clock }: RunContext, keptDays: number): number {
  return clock.now().getTime() - keptDays * DAY;
}

function timeOf(row: unknown, property: string): number {
  return Date.parse(String(valueOf(row, property)));
}

/** In lower case, as ids and names are kept. */
function textOf(row: unknown, property: string): string {
  return String(valueOf(row, property) ?? '').toLowerCase();
}

function valueOf(row: unknown, property: string): unknown {
  return typeof row === 'object' && row !== null
    ? (row as Record<string, unknown>)[property]
    : undefined;
}
