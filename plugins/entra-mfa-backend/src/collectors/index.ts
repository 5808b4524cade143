import { authenticationMethods } from './authenticationMethods';
import { authenticationStrengths } from './authenticationStrengths';
import { catalogGroups } from './catalogGroups';
import { catalogMemberships } from './catalogMemberships';
import { catalogOwnership } from './catalogOwnership';
import { catalogUsers } from './catalogUsers';
import { conditionalAccess } from './conditionalAccess';
import { devices } from './devices';
import { featureSummary } from './featureSummary';
import { leaveDates } from './leaveDates';
import { organization } from './organization';
import { policyGroupMembers } from './policyGroupMembers';
import { registrationEvents } from './registrationEvents';
import { registrations } from './registrations';
import { riskDetections } from './riskDetections';
import { riskyUsers } from './riskyUsers';
import { riskySignIns } from './riskySignIns';
import { roleAssignments } from './roleAssignments';
import { roleDefinitions } from './roleDefinitions';
import { roleEligibility } from './roleEligibility';
import { roleGroupEligibility } from './roleGroupEligibility';
import { roleGroupMembers } from './roleGroupMembers';
import { roleGroups } from './roleGroups';
import { scopeGroupMembers } from './scopeGroupMembers';
import { securityDefaults } from './securityDefaults';
import type { Collector } from './types';
import { signInActivity } from './signInActivity';
import { users } from './users';

/**
 * Every data set, in the order in which a run reads them: the organization first, because it tells a
 * missing licence from a fault; what groups with roles are called, who can become their members and who
 * is one after those who hold roles; the members of groups that policies name after the policies; the report last, because it is the slow one.
 */
export const collectors: readonly Collector[] = [
  organization,
  users,
  leaveDates,
  roleDefinitions,
  roleAssignments,
  roleEligibility,
  roleGroups,
  roleGroupEligibility,
  roleGroupMembers,
  securityDefaults,
  conditionalAccess,
  authenticationMethods,
  authenticationStrengths,
  policyGroupMembers,
  riskyUsers,
  scopeGroupMembers,
  catalogUsers,
  catalogGroups,
  catalogMemberships,
  catalogOwnership,
  riskDetections,
  featureSummary,
  riskySignIns,
  devices,
  registrationEvents,
  signInActivity,
  registrations,
];

export { isExpected } from './isExpected';
export { InvalidRowError } from './InvalidRowError';
export { permissionTable } from './permissionTable';
export { recordsOf } from './recordsOf';
