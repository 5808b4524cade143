import { readPeopleAt } from '../../store/read/changes/readPeopleAt';
import { idsChanged, idsGone } from '../../store/read/feed/readFeedIds';
import { inOrderOfPseudonyms } from '../exports/inOrderOfPseudonyms';
import { toPerson } from '../toPerson';
import { toUserGone, toUserInventory } from './ocsf/userInventory';
import type { FeedSource } from './types';

const AT_ONCE = 1_000;

/** Everybody of a snapshot; or who is another since an earlier one, and who is gone. */
export async function* readUserInventory(source: FeedSource) {
  const { knex, view, at, of } = source;
  for await (const ids of ordered(source)) {
    const people = await readPeopleAt(knex, view, ids);
    for (const id of ids) {
      const row = people.get(id);
      yield row
        ? toUserInventory(of, toPerson(row, undefined), at)
        : toUserGone(of, id, at);
    }
  }
}

/** In the order of ids, whoever has the directory could count to each person. */
function ordered(source: FeedSource): AsyncIterable<string[]> {
  const { pseudonyms, view } = source;
  const pages = idPages(source);
  return pseudonyms
    ? inOrderOfPseudonyms(pseudonyms, view.tenantId, pages, AT_ONCE)
    : pages;
}

async function* idPages({ knex, view, since }: FeedSource) {
  yield* idsChanged(knex, view, since, AT_ONCE);
  if (since !== null) {
    yield* idsGone(knex, view, since, AT_ONCE);
  }
}
