import type { PeopleAccess } from './types';

/** Whom a caller may see of a snapshot: of one whose people are not kept any more, nobody whom it takes a look to know. */
export function accessTo(
  hasPeople: boolean,
  access: PeopleAccess,
): PeopleAccess {
  return hasPeople || access.kind === 'all' ? access : { kind: 'none' };
}
