import { z } from 'zod';
import { enumOf } from './enumOf';

/** What was read of a data set, and why not. @public */
export const readStatuses = [
  'read',
  'no-licence',
  'no-permission',
  'not-read',
] as const;

/** One of {@link readStatuses}. @public */
export type ReadStatus = (typeof readStatuses)[number];

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

/** Whether a role is held now, or can be activated. @public */
export const roleKinds = ['active', 'eligible'] as const;

/** How somebody is in a group that holds a role. @public */
export const groupMemberships = ['member', 'eligible'] as const;

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

/**
 * Why Microsoft's own count may differ: it leaves guests out, it has accounts that the directory has
 * as disabled, it has accounts that the directory no longer has, or it was made at another time.
 *
 * @public
 */
export const crossCheckReasons = [
  'guests',
  'disabled',
  'rows-without-person',
  'refreshed',
] as const;

/** One of {@link crossCheckReasons}. @public */
export type CrossCheckReason = (typeof crossCheckReasons)[number];

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

/** See {@link rolesStatusSchema}. @public */
export type RolesStatus = z.infer<typeof rolesStatusSchema>;
/** See {@link privilegedRolesSchema}. @public */
export type PrivilegedRoles = z.infer<typeof privilegedRolesSchema>;
/** See {@link heldRoleSchema}. @public */
export type HeldRole = z.infer<typeof heldRoleSchema>;
/** See {@link personRolesSchema}. @public */
export type PersonRoles = z.infer<typeof personRolesSchema>;
/** See {@link crossCheckSchema}. @public */
export type CrossCheck = z.infer<typeof crossCheckSchema>;
/** See {@link cisCountSchema}. @public */
export type CisCount = z.infer<typeof cisCountSchema>;
