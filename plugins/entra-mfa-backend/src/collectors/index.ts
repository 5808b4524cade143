import { catalogGroups } from './catalogGroups';
import { catalogMemberships } from './catalogMemberships';
import { catalogOwnership } from './catalogOwnership';
import { catalogUsers } from './catalogUsers';
import { organization } from './organization';
import { registrations } from './registrations';
import type { Collector } from './types';
import { users } from './users';

/**
 * Every data set, in the order in which a run reads them: the organization first, because it tells a
 * missing licence from a fault; the report last, because it is the slow one.
 */
export const collectors: readonly Collector[] = [
  organization,
  users,
  catalogUsers,
  catalogGroups,
  catalogMemberships,
  catalogOwnership,
  registrations,
];

export { InvalidRowError } from './InvalidRowError';
export { permissionTable } from './permissionTable';
export { recordsOf } from './recordsOf';
