import type { Collector } from '../collectors/types';
import type { Page } from '../graph/types';
import { readPeopleNamed } from '../store/run/readPeopleNamed';
import type { RunContext } from './RunContext';

const DAY = 86_400_000;

/**
 * The rows of pages of events, each with the object id of the person whom it names. Left out are those of nobody whom
 * the figures of the run before had, of a name that the person has not had since then, because the account is younger,
 * and what is older than events are kept. A row without the property is passed on for being refused.
 */
export async function* withPeople(
  { knex, claim, clock }: RunContext,
  { name, at, keptDays }: NonNullable<Collector['events']>,
  pages: AsyncIterable<Page>,
): AsyncIterable<Page> {
  const oldest = clock.now().getTime() - keptDays * DAY;
  const nameOf = (row: unknown) =>
    String(valueOf(row, name) ?? '').toLowerCase();
  for await (const page of pages) {
    const names = [...new Set(page.rows.map(nameOf))].filter(Boolean);
    const people = await readPeopleNamed(knex, claim.tenantId, names);
    const rows = page.rows.flatMap(row => {
      if (valueOf(row, name) === undefined) {
        return [{ of: '', row }];
      }
      const person = people.get(nameOf(row));
      const time = Date.parse(String(valueOf(row, at)));
      const isOld = time < Math.max(oldest, person?.createdAt ?? 0);
      return person && !isOld ? [{ of: person.objectId, row }] : [];
    });
    yield { ...page, rows };
  }
}

function valueOf(row: unknown, property: string): unknown {
  return typeof row === 'object' && row !== null
    ? (row as Record<string, unknown>)[property]
    : undefined;
}
