import { authenticationMethods } from './authenticationMethods';
import { authenticationStrengths } from './authenticationStrengths';
import { catalogGroups } from './catalogGroups';
import { catalogMemberships } from './catalogMemberships';
import { catalogOwnership } from './catalogOwnership';
import { catalogUsers } from './catalogUsers';
import { conditionalAccess } from './conditionalAccess';
import { devices } from './devices';
import { featureSummary } from './featureSummary';
import { groups } from './groups';
import { leaveDates } from './leaveDates';
import { mailboxPurpose } from './mailboxPurpose';
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
import { userMethods } from './userMethods';
import { users } from './users';

/**
 * Every data set, in the order in which a run reads them: the organization first, because it tells a
 * missing licence from a fault; what groups with roles are called, who can become their members and who
 * is one after those who hold roles; the members of groups that policies name after the policies, and those of groups that
 * scope rules name after the groups of the tenant; the report after all of these, because it is
 * the slow one; and last what is asked for who has not registered by it.
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
  groups,
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
  mailboxPurpose,
];

/** Every data set, and what is read in the stead of one in some tenants: for the documentation. */
export const everyCollector: readonly Collector[] = [
  ...collectors,
  userMethods as Collector,
];

export { isExpected } from './isExpected';
export { InvalidRowError } from './InvalidRowError';
export { permissionTable } from './permissionTable';
export { recordsOf } from './recordsOf';
