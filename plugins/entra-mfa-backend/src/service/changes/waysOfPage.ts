import type { Kinds } from './kindsOf';

/**
 * The ways that a page can show: from the kind of the last person before it, as many kinds as fill it.
 * So a page of the few who lost their registration does not sort the many who joined.
 *
 * @param limit - how many people the page shows; infinite where it shows only some of those counted
 * @param rank - of the last person before the page, of whose kind nobody knows how many are left;
 *   null for the first page
 */
export function waysOfPage(
  ways: Kinds['ways'],
  limit: number,
  rank: number | null,
): Kinds['ways'] {
  const page: Kinds['ways'] = [];
  let people = 0;
  for (const group of ways) {
    if (group.rank >= (rank ?? 0) && people <= limit) {
      page.push(group);
      people += group.rank === rank ? 0 : group.people;
    }
  }
  return page;
}
