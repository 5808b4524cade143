import {
  naturalOrders,
  type personSorts,
  type SortOrder,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { PersonRow } from '../sql/tables';

export type PeopleSort = (typeof personSorts)[number];

/** Columns that order people; the last makes the order total. */
export type OrderColumn =
  | 'privileged_rank'
  | 'tier_rank'
  | 'since'
  | 'sort_name'
  | 'object_id';

/**
 * How each sort orders where no direction is asked for: who is at risk without MFA first, then
 * privileged people, names from A, longest in
 * their state first, weakest tier first. All columns ascend then, and all descend the other way: so it is the
 * same index that is read, from its end.
 */
export const peopleOrder: Record<PeopleSort, readonly OrderColumn[]> = {
  privileged: ['privileged_rank', 'sort_name', 'object_id'],
  name: ['sort_name', 'object_id'],
  since: ['since', 'object_id'],
  tier: ['tier_rank', 'sort_name', 'object_id'],
};

/** The direction in which the columns of a sort are read. */
export function readingOrder(
  sort: PeopleSort,
  order: SortOrder | undefined,
): SortOrder {
  return order === undefined || order === naturalOrders.people[sort]
    ? 'asc'
    : 'desc';
}

/** Where a page of people ends: the values of the order's columns in its last row. */
export type PeoplePlace = (string | number)[];

/** The place of a row. Times are told in milliseconds, which both databases keep whole. */
export function placeOf(row: PersonRow, sort: PeopleSort): PeoplePlace {
  return peopleOrder[sort].map(column => {
    const value = row[column];
    return value instanceof Date ? value.getTime() : value;
  });
}

/** The values of a place, as the database compares them. */
export function placeValues(place: PeoplePlace, sort: PeopleSort) {
  return peopleOrder[sort].map((column, i) =>
    column === 'since' ? new Date(place[i]) : place[i],
  );
}
