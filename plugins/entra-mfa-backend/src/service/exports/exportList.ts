import type { z } from 'zod';
import { readSnapshot } from '../../store/asOf/readSnapshot';
import { hiddenFrom } from '../smallTeams/hiddenFrom';
import { timeOf } from '../timeOf';
import type { ReadContext } from '../types';
import { aboutFile } from './aboutFile';
import type { Cell, Columns } from './Cell';
import { eachItem, firstPage, type PageReader } from './eachItem';
import { fileName } from './fileName';
import { inWindowsOfPseudonyms } from './inWindowsOfPseudonyms';
import type { ListFile } from './ListFile';
import type { Pseudonyms } from './Pseudonyms';
import { readPseudonyms } from './readPseudonyms';
import { tellAbout } from './tellAbout';
import { tellFilter } from './tellFilter';

/** What stands for people in a file that names nobody. */
export interface Unnamed {
  tenantId: string;
  pseudonyms: Pseudonyms;
  /** The teams that are not told. */
  hiddenTeams: ReadonlySet<string>;
}

/** A list that is read page by page, as its pages are shown, and told in columns. */
export interface ListToExport<Item> {
  /** As the file is called: `teams`. */
  what: string;
  /** What is listed: `Teams`. */
  title: string;
  /** What was asked for, and by which schema. */
  query: { tenant?: string; names?: boolean };
  filter: z.ZodObject;
  /** The day or time that it is of, where that is not now. */
  pastAt: string | null;
  page: PageReader<Item>;
  /**
   * Where the list names people: by what a row is put in another order where the file names nobody, so that
   * nobody can count to a person in it.
   */
  orderedBy?(item: Item): string;
  /** @param unnamed - null where the list names nobody anyway, or the file gives names */
  columns(unnamed: Unnamed | null): Columns<Item>;
  /** What there is to say beside what every file says. */
  more?: Record<string, Cell>;
}

/** A list that was begun, ready to be written. */
export interface ListExport<Item> {
  tenantId: string | null;
  /** Which key made the pseudonyms; null where the file has none. */
  keyId: string | null;
  file: ListFile<Item>;
}

/**
 * A list with all of its pages. Its first page is read before anything is sent, so that what is wrong is an
 * error and not half a file.
 */
export async function exportList<Item>(
  context: ReadContext,
  list: ListToExport<Item>,
): Promise<ListExport<Item>> {
  const { knex, snapshots, clock } = context;
  const { query, orderedBy, pastAt } = list;
  const pseudonyms =
    orderedBy && !query.names
      ? await readPseudonyms(context.config.exports)
      : null;
  const tenantId = await snapshots.tenantOf(query.tenant);
  const first = await firstPage(list.page);
  const snapshot =
    tenantId !== null && first.snapshot !== null
      ? await readSnapshot(knex, tenantId, first.snapshot)
      : null;
  const { teams: hiddenTeams } =
    pseudonyms && snapshot
      ? await hiddenFrom(
          context,
          { tenantId: tenantId!, snapshot: snapshot.number, newest: false },
          // The file is made to be handed on, so it tells of teams what may be told to everybody.
          { kind: 'none' },
        )
      : { teams: new Set<string>() };
  const unnamed = pseudonyms &&
    tenantId !== null && { tenantId, pseudonyms, hiddenTeams };
  const now = clock.now();
  const about = await aboutFile(context, {
    tenantId,
    snapshot,
    pastAt,
    filter: tellFilter(query, list.filter, {
      named: pseudonyms === null,
      hiddenTeams,
    }),
    seen: pastAt === null ? now : timeOf(pastAt, now),
  });
  const items = eachItem(list.page, first);
  return {
    tenantId,
    keyId: pseudonyms && pseudonyms.keyId,
    file: {
      name: fileName(list.what, about, pseudonyms === null),
      title: list.title,
      columns: list.columns(unnamed || null),
      rows:
        unnamed && orderedBy
          ? inWindowsOfPseudonyms(unnamed, items, orderedBy)
          : items,
      about: { ...tellAbout(about), ...list.more },
    },
  };
}
