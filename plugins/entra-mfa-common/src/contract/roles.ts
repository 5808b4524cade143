import { z } from 'zod';
import { readStatuses, groupMemberships, crossCheckReasons } from '../lists';
import { enumOf } from './enumOf';

/**
 * What was read of roles: those that are held, those that can be activated, the members of groups that
 * hold some, and who can become a member of one. What was not read is not known, never none; with
 * `no-licence` there is nothing to know, because nobody can be eligible in such a tenant.
 *
 * @public
 */
export const rolesStatusSchema = z.object({
  active: enumOf(readStatuses),
  eligible: enumOf(readStatuses),
  groups: enumOf(readStatuses),
  groupEligibility: enumOf(readStatuses),
});

/**
 * Which roles count as privileged: the built-in ones that Microsoft marks so, as its list stood on a
 * day, and those that the configuration adds.
 *
 * Source: Microsoft Entra built-in roles (permissions reference).
 *
 * @public
 */
export const privilegedRolesSchema = z.object({
  asOf: z.iso.date(),
  builtIn: z.number().int().nonnegative(),
  added: z.number().int().nonnegative(),
});

/** A directory role that a person holds or can activate. @public */
export const heldRoleSchema = z.object({
  /** Of a built-in role, its template id. */
  id: z.string(),
  /** As the tenant calls it; null where neither it nor Microsoft's list of privileged roles tells. */
  name: z.string().nullable(),
  privileged: z.boolean(),
  /** `/` for the whole tenant. */
  scope: z.string().nullable(),
  /** The object id of the group through which it is held; null where it is the person's own. */
  group: z.string().nullable(),
  /** What the group is called; null where that is not known. */
  groupName: z.string().nullable(),
  /**
   * With a group: whether they are a member of it, or can become one, if only by way of another group,
   * and so can activate what it holds.
   */
  membership: enumOf(groupMemberships).nullable(),
});

/** The roles behind a person; null where they are not known, never none. @public */
export const personRolesSchema = z.object({
  active: z.array(heldRoleSchema).nullable(),
  eligible: z.array(heldRoleSchema).nullable(),
  /** Present where `eligible` has only what comes with groups, because the rest was not read. */
  eligibleInPart: z.literal(true).optional(),
  /** Whether roles that are held through groups are among them. */
  groupsKnown: z.boolean(),
  /** Whether roles are among them that come with a group of which they can become a member. */
  groupEligibilityKnown: z.boolean(),
});

const count = z.number().int().nonnegative();
const capableSchema = z.object({ users: count, capable: count });

/** Who is MFA capable by Microsoft's own count and by this one, over the same people. @public */
export const crossCheckSchema = z.object({
  microsoft: capableSchema,
  here: capableSchema,
  /** Microsoft's less ours. */
  difference: z.number().int(),
  /** The likely reason; null where there is no difference. */
  reason: enumOf(crossCheckReasons).nullable(),
});

/**
 * Who is MFA capable by the count of CIS Microsoft 365 5.2.3.4, which filters the registration report:
 * all member users, whatever class they are of here, and capable by the flag `isMfaCapable` alone.
 *
 * @public
 */
export const cisCountSchema = z.object({
  members: count,
  capable: count,
  /** Capable per thousand members, cut off. */
  permille: z.number().int().min(0).max(1000).nullable(),
  /** Of those capable: by the scope of certificate sign-in alone, which proves no method. */
  certificateScope: count,
  /** Of the members: out of scope or exempt here. */
  leftOut: count,
});

/** See `rolesStatusSchema`. @public */
export type RolesStatus = z.infer<typeof rolesStatusSchema>;
/** See `privilegedRolesSchema`. @public */
export type PrivilegedRoles = z.infer<typeof privilegedRolesSchema>;
/** See `heldRoleSchema`. @public */
export type HeldRole = z.infer<typeof heldRoleSchema>;
/** See `personRolesSchema`. @public */
export type PersonRoles = z.infer<typeof personRolesSchema>;
/** See `crossCheckSchema`. @public */
export type CrossCheck = z.infer<typeof crossCheckSchema>;
/** See `cisCountSchema`. @public */
export type CisCount = z.infer<typeof cisCountSchema>;
