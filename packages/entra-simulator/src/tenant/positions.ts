import type { Draw } from './draw';
import type { FixedAccount } from './fixedAccounts';
import type { ObjectIds } from './objectIds';
import type { OrganizationNames } from './organizationNames';
import type { Team } from './teams';

/** What decides everything in a generated tenant. */
export type TenantPlan = {
  seed: number;
  /** People in scope, about. */
  size: number;
  /** The first day of the timeline, in milliseconds since 1970. */
  timelineStart: number;
  organization: OrganizationNames;
};

/** Which positions a directory has: what its accounts are computed from. */
export type Positions = {
  readonly plan: TenantPlan;
  readonly ids: ObjectIds;
  readonly seats: number;
  readonly teams: readonly Team[];
  readonly fixed: readonly FixedAccount[];
  readonly guests: number;
  readonly leavers: number;
  /** The draws of the thing with that code. */
  draw(code: number): Draw;
};
