import { z } from 'zod';
import { privilegedRolesSchema, rolesStatusSchema } from './roles';
import { snapshotRefSchema } from './shared';
import { json } from './Route';
import { atQuerySchema } from './shared';

const count = z.number().int().nonnegative();

/** People in scope who have a role, each once; the states add up to `people`. @public */
export const roleFigureSchema = z.object({
  people: count,
  covered: count,
  uncovered: count,
  unknown: count,
  exempt: count,
});

/**
 * A role with who has it. A figure is the length of the list of people with the filters `role`, and
 * `roleKind` and `state` where it is about some of them.
 *
 * @public
 */
export const roleSummarySchema = z.object({
  /** Of a built-in role, its template id. */
  id: z.string(),
  /** As the tenant calls it; null where no name is known. */
  name: z.string().nullable(),
  /** Whether it is one of Microsoft's own; null where that is not known. */
  builtIn: z.boolean().nullable(),
  privileged: z.boolean(),
  /** Whether figures are kept back because of so few people whom the caller may not see by name. */
  hidden: z.boolean(),
  /** Who holds the role or can activate it, each once. Null where hidden. */
  all: roleFigureSchema.nullable(),
  /** Who holds it now. Null where hidden, or where one of this and the next would tell of few. */
  active: roleFigureSchema.nullable(),
  /** Who can activate it, whether they hold it now or not. */
  eligible: roleFigureSchema.nullable(),
  /** People who are not counted, such as disabled or break-glass accounts. Null where hidden. */
  outOfScope: count.nullable(),
});

/** `GET /v1/roles`: every role that somebody holds or can activate, privileged ones first. @public */
export const roleListSchema = z.object({
  /** Null until the first sync has published. */
  snapshot: snapshotRefSchema.nullable(),
  /** Which roles count as privileged; null until the first sync has published. */
  privilegedRoles: privilegedRolesSchema.nullable(),
  /** What was read of roles: of what was not, there may be more. */
  roles: rolesStatusSchema.nullable(),
  /** Null of a time of which it was not kept who held which role. */
  items: z.array(roleSummarySchema).nullable(),
  /** Figures of fewer people are hidden from who may not see them by name; 0 where none are. */
  hideBelow: count,
});

/** See `roleFigureSchema`. @public */
export type RoleFigure = z.infer<typeof roleFigureSchema>;
/** See `roleSummarySchema`. @public */
export type RoleSummary = z.infer<typeof roleSummarySchema>;
/** See `roleListSchema`. @public */
export type RoleList = z.infer<typeof roleListSchema>;

export const getRoles = json('getRoles', {
  summary:
    'Directory roles, with how many hold or can activate each and are covered',
  query: atQuerySchema,
  response: roleListSchema,
});
