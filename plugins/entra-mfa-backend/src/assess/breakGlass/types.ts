import type {
  BreakGlassCheckId,
  BreakGlassCheckResult,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { RegistrationBody, UserBody } from '../../collectors/types';
import type { PersonRoles, ReportStatus } from '../types';

/** All that is known of one configured account. */
export interface BreakGlassFacts {
  /** Null where the directory has nobody with that object id. */
  user: UserBody | null;
  registration: RegistrationBody | null;
  report: ReportStatus;
  roles: PersonRoles;
  /** The kind of method that most of the daily privileged people use; null where that is not known. */
  dailyKind: string | null;
  /** The day of the last drill, an ISO date; null where none is on record. */
  lastDrill: string | null;
  /** The day on which it is asked, an ISO date. */
  today: string;
  drillDays: number;
}

/** What a check found. */
export type CheckFinding = Omit<BreakGlassCheckResult, 'check'>;

/** One check of an account. */
export interface BreakGlassCheck {
  id: BreakGlassCheckId;
  decide(facts: BreakGlassFacts): CheckFinding;
}
