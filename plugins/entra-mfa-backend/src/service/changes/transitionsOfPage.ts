import type { Kinds } from './kindsOf';

/**
 * The transitions that a page can show: from the kind of the last person before it, as many kinds as fill it.
 * So a page of the few who lost their registration does not sort the many who joined.
 *
 * @param transitions - in the order of their ranks
 * @param limit - how many people the page shows; infinite where it shows only some of those counted
 * @param rank - of the last person before the page, of whose kind nobody knows how many are left;
 *   null for the first page
 */
export function transitionsOfPage(
  transitions: Kinds['transitions'],
  limit: number,
  rank: number | null,
): Kinds['transitions'] {
  const page: Kinds['transitions'] = [];
  let people = 0;
  for (const group of transitions) {
    if ((rank === null || group.rank >= rank) && people <= limit) {
      page.push(group);
      people += group.rank === rank ? 0 : group.people;
    }
  }
  return page;
}
