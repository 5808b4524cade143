import type { ControlResult } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RolesStatus, StoredCounts } from '../types';
import type { TenantCounts } from '../TenantCounts';

/** What tests are given: what a snapshot holds, added up. It names nobody. */
export interface ControlFacts {
  at: Date;
  counts: Pick<
    StoredCounts & TenantCounts,
    'states' | 'inScope' | 'tiers' | 'noTier' | 'cis' | 'asking' | 'privileged'
  >;
  targetPermille: number;
  roles: RolesStatus;
  privileged: PrivilegedFacts;
  /** How many configured break-glass accounts pass, fail, or are not known. */
  breakGlass: { passed: number; failed: number; notKnown: number };
  /** Accounts that are counted and were made within the last 90 days, but not in the last `days`. */
  joiners: { days: number; people: number; without: number };
  /** People whose leave date is over; null where leave dates are not read. */
  leavers: { people: number; enabled: number } | null;
  /** Who lost their registration in the last 90 days, longer ago than `days`, and has none now. */
  lost: { days: number; people: number };
  exceptions: { inForce: number; approvedByAnother: number };
  /** When a review was closed last; null where none was. */
  reviewClosedAt: Date | null;
  /** Data sets that are read, and those of them that this run could not read. */
  sync: { dataSets: number; failing: number };
}

/** What the tests are given that a team can answer too: of the tenant, or of a team with its sub-teams. */
export type TeamFacts = Pick<
  ControlFacts,
  'targetPermille' | 'roles' | 'privileged' | 'joiners' | 'leavers' | 'lost'
> & {
  counts: Pick<
    ControlFacts['counts'],
    'states' | 'inScope' | 'tiers' | 'noTier'
  >;
};

/** Privileged people in scope. */
export interface PrivilegedFacts {
  covered: number;
  uncovered: number;
  unknown: number;
  exempt: number;
  phoneOnly: number;
  phishingResistant: number;
}

/** What a test decides, without its id. */
export type Decision = Omit<ControlResult, 'test' | 'added'>;

/** A rule that judges one thing. */
export type ControlTest = (facts: ControlFacts) => Decision;

/** What every test of a snapshot came to. */
export type Outcomes = Readonly<
  Record<ControlResult['test'], Omit<ControlResult, 'added'>>
>;
