import type {
  Asking,
  CrossCheckReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RolesStatus } from './types';

/** What the tenant's line of counts holds besides. */
export interface TenantCounts {
  leftOut: { scopeClass: string; count: number }[];
  privileged: {
    people: number;
    covered: number;
    uncovered: number;
    tiers: Record<string, number>;
    noTier: number;
    /** Absent from snapshots of earlier versions. */
    disabledWithRole?: number;
  } | null;
  /** Which roles count as privileged; absent from snapshots of earlier versions. */
  privilegedRoles?: { asOf: string; builtIn: number; added: number };
  /** What was read of roles; absent from snapshots of earlier versions. */
  roles?: RolesStatus;
  /** Absent from snapshots of earlier versions. */
  crossCheck?: {
    microsoft: { users: number; capable: number };
    here: { users: number; capable: number };
    /** Microsoft's less ours. */
    difference: number;
    reason: CrossCheckReason | null;
  } | null;
  /**
   * By CIS's own count; null where the report has no row of a member. Absent from snapshots of earlier
   * versions.
   */
  cis?: {
    members: number;
    capable: number;
    /** Of those capable: by the scope of certificate sign-in alone. */
    certificateScope: number;
    /** Of the members: out of scope or exempt here. */
    leftOut: number;
  } | null;
  /**
   * The rules that leave people out: how many each does, and how many of them hold a privileged role or can activate
   * one. Absent without rules.
   */
  scopeRules?: {
    name: string;
    people: number;
    privileged: number;
    /** False where its group was not read, so that it leaves nobody out. */
    groupKnown: boolean;
  }[];
  /** What asks for MFA; absent from snapshots of earlier versions. */
  asking?: Omit<Asking, 'list'> | null;
  halfOfGap: { teams: number; people: number } | null;
  peopleNotInCatalog: number;
  catalogUsersNotInEntra: number;
  rowsWithoutPerson: number;
}
