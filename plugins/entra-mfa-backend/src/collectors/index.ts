import { catalogGroups } from './catalogGroups';
import { catalogMemberships } from './catalogMemberships';
import { catalogOwnership } from './catalogOwnership';
import { catalogUsers } from './catalogUsers';
import { featureSummary } from './featureSummary';
import { leaveDates } from './leaveDates';
import { organization } from './organization';
import { registrations } from './registrations';
import { roleAssignments } from './roleAssignments';
import { roleEligibility } from './roleEligibility';
import { roleGroupMembers } from './roleGroupMembers';
import type { Collector } from './types';
import { users } from './users';

/**
 * Every data set, in the order in which a run reads them: the organization first, because it tells a
 * missing licence from a fault; the members of groups with roles after those who hold them; the report
 * last, because it is the slow one.
 */
export const collectors: readonly Collector[] = [
  organization,
  users,
  leaveDates,
  roleAssignments,
  roleEligibility,
  roleGroupMembers,
  catalogUsers,
  catalogGroups,
  catalogMemberships,
  catalogOwnership,
  featureSummary,
  registrations,
];

export { isExpected } from './isExpected';
export { InvalidRowError } from './InvalidRowError';
export { permissionTable } from './permissionTable';
export { recordsOf } from './recordsOf';
