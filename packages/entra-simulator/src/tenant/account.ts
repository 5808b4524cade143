import type { Draw } from './draw';
import type { PersonName } from './names';
import type { Moment } from './registration';
import type { Team } from './teams';

/** What an account is, in the words of the directory's administrators. */
export type AccountKind =
  | 'employee'
  | 'guest'
  | 'left'
  | 'breakGlass'
  | 'sync'
  | 'bulkEnrolment'
  | 'agent'
  | 'mailbox'
  | 'service'
  | 'leftover';

/** An account of the tenant for its whole life, computed when it is asked for. */
export type Account = {
  kind: AccountKind;
  code: number;
  id: string;
  draw: Draw;
  name: PersonName;
  userPrincipalName: string;
  mail: string | null;
  userType: 'Member' | 'Guest' | null;
  jobTitle: string | null;
  department: string | null;
  /** The organisation; guests work for none that is known. */
  companyName: string | null;
  team?: Team;
  /** The person who fills the first seat of a team leads it. */
  isLead: boolean;
  /** When the account appears in the directory. */
  createdAt: number;
  /** The first working day, where the directory knows it. */
  hireAt?: number;
  /** The last working day, where the directory knows it: some accounts stay enabled for days after it. */
  leaveAt?: number;
  /** When the account is disabled, and when it is deleted. */
  disabledAt: number;
  deletedAt: number;
  /** What happens to its authentication methods, in order of time. */
  moments(until: number): Moment[];
  /** Whether the report leaves the account out for no visible reason. */
  withoutReportRow: boolean;
  /** Template ids of the directory roles that are active, and those that are eligible. */
  activeRoles: readonly string[];
  eligibleRoles: readonly string[];
};

/** Whether the directory holds the account at that time. */
export const existsAt = (account: Account, time: number) =>
  account.createdAt <= time && time < account.deletedAt;

/** Whether the account can sign in at that time. */
export const enabledAt = (account: Account, time: number) =>
  existsAt(account, time) && time < account.disabledAt;
