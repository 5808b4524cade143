import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { CloudName } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ControlSetting, Framework } from '../assess/controls/framework';
import type { FallLimits } from '../assess/suddenFall';
import type { ScopeRule } from '../assess/scope/types';
import type { RuleSettings } from '../assess/types';

/** With what an app registration signs in. Secrets are never logged, stored or put into an error. */
export type AppCredentialConfig =
  | {
      kind: 'secret';
      clientSecret: string;
      /** When it ends; null where nobody said. */
      endsAt: Date | null;
    }
  | { kind: 'certificate'; certificateFile: string; privateKeyFile: string }
  | { kind: 'federated'; tokenFile: string };

/** A secret that was read. */
export interface OpenedSecret {
  secret: string;
  /** Keeps another one in its place, unless something else is kept by now, or nothing. */
  replace(secret: string): Promise<void>;
}

/** A secret that lies sealed in the database. */
export interface KeptSecret {
  /** Null where nothing is kept any more. */
  read(): Promise<OpenedSecret | null>;
}

/** With what a tenant is read. */
export type CredentialConfig =
  | AppCredentialConfig
  | {
      /** Somebody who signed in, and in whose name the application reads. */
      kind: 'reader';
      application: AppCredentialConfig;
      /** What MSAL keeps of the account; null where this portal has no key to open it. */
      kept: KeptSecret | null;
    }
  | {
      kind: 'sealed-secret';
      /** The secret; null where this portal has no key to open it. */
      kept: KeptSecret | null;
      /** When it ends; null where nobody said. */
      endsAt: Date | null;
    }
  | {
      kind: 'managed-identity';
      /** The user-assigned one is that of the client id. */
      assigned: 'systemAssigned' | 'userAssigned';
    };

/** The application to which tenants consent that are connected in the portal. */
export interface ConnectConfig {
  /** The application (client) id, lower case. */
  clientId: string;
  credential: AppCredentialConfig;
  cloud: CloudName;
  /** The origin that signs in. */
  signInAddress: string;
  /** As in `TenantConfig`. */
  knownAuthority: boolean;
  graphRoot: string;
  /** Where the key is by which secrets are sealed; null where none is configured. */
  keyFile: string | null;
  /** Where the one before is, while it goes. */
  previousKeyFile: string | null;
}

/** One tenant that is read. */
export interface TenantConfig {
  /** The tenant (directory) id, lower case. */
  tenantId: string;
  /** Present where it is connected in the portal, and not configured. */
  origin?: 'portal';
  /** The application (client) id, lower case. */
  clientId: string;
  credential: CredentialConfig;
  /** One of Microsoft's clouds; the public one for an authority of another kind. */
  cloud: CloudName;
  /** Whether the organisation's own telephony provider delivers SMS and voice. */
  ownTelephonyProvider: boolean;
  /** The sign-in authority with the tenant: `https://login.microsoftonline.com/<tenant id>`. */
  authority: string;
  /** Whether the authority is one of Microsoft's; another one must be named to MSAL as known. */
  knownAuthority: boolean;
  /** The origin of Graph, without a path: `https://graph.microsoft.com`. */
  graphRoot: string;
  /** The entity ref of who is told how the connection does, beside security. */
  contact?: string;
  /** Ids of data sets that are not read; without it, every one is. */
  switchedOff?: readonly string[];
}

/** When tenants are read. */
export interface SyncSchedule extends SchedulerServiceTaskScheduleDefinition {
  /** The IANA name of the zone in which a cron expression is meant; nothing else follows it. */
  timeZone: string;
}

/** A picture that needs no session: of a team, of the organization, or of a control. */
export interface OpenPicture {
  /** The entity ref of a group, or `organization`; null where it is of a control. */
  team: string | null;
  /** As `framework/id`; null where it is of a figure. */
  control: string | null;
  /** The first one where null. */
  tenant: string | null;
}

/** The plugin's configuration, checked and with its defaults. */
export interface EntraMfaConfig {
  /**
   * The tenants that are read: those of the configuration, in their order, and after them those that are connected
   * in the portal. It changes while the portal runs (see `ConnectedTenants`): ask it when it is needed.
   */
  tenants: readonly TenantConfig[];
  /** Null where no tenant can be connected in the portal. */
  connect: ConnectConfig | null;
  schedule: SyncSchedule;
  staleAfterSeconds: number;
  /** How old Microsoft's report may be. */
  reportStaleAfterSeconds: number;
  /** What the stale limit follows from. */
  staleAfterFrom: 'configuration' | 'schedule' | 'default';
  /** What the rules are given. */
  rules: RuleSettings;
  /** Rules that leave people out, each of one tenant or of all where it names none. */
  scopeRules: readonly (ScopeRule & { tenantId: string | null })[];
  /** From where on a sudden fall of the figure is held. */
  hold: FallLimits;
  /** The day by which the target is to be reached, `YYYY-MM-DD`; null where none is set. */
  targetDate: string | null;
  pace: { reportRequestsPer10Seconds: number };
  /** Who is notified of lost registrations; `pagePath` is where the page is in the portal. */
  notify: {
    leads: boolean;
    security: string[];
    /** Who is told of requests for exceptions: who decides on them. */
    approvers: string[];
    pagePath: string;
    /** The day of the month on which the month before is told of; absent where it is not. */
    monthlyReportOn?: number;
  };
  exceptions: { maximumDays: number; remindDaysBefore: number };
  /** Whether four eyes are only two users of the portal, whoever they are. */
  fourEyes: { unidentifiedMayDecide: boolean };
  /** After how many days an account without a method comes on the list of a review. */
  reviews: { noMethodAfterDays: number };
  compliance: {
    /** Ids of the frameworks that are tested and shown, in that order; null for all. */
    frameworks: readonly string[] | null;
    /** Frameworks of the portal's own. */
    ownFrameworks: readonly Framework[];
    /** What is said of single controls. */
    controls: readonly ControlSetting[];
  };
  services: { tierAnnotation: string };
  /** Figures of teams with fewer people in scope are for who may see their names; 0 for all. */
  smallTeams: { hideBelow: number };
  /** How many people a user or service may read by name in a minute; 0 for any number. */
  names: { perMinute: number };
  /** Whether it is read when people signed in last. */
  signInActivity: boolean;
  /** Whether it is read what the mailboxes of who has not registered are for. */
  mailboxPurpose: boolean;
  /** Whether the methods of each person are read in small tenants without Entra ID P1. */
  perUserMethods: boolean;
  /** Whether groups of the tenant are read; all, or those whose name starts with one of the prefixes. */
  entraGroups: { read: boolean; prefixes: readonly string[] };
  /**
   * For how many days the audit trail of a connection is kept, what was read of people, what runs did, and what
   * people tried with their methods.
   */
  retention: {
    auditDays: number;
    peopleDays: number;
    runsDays: number;
    eventDays: number;
  };
  /**
   * The name of the portal's logs of evidence, where the key is that signs them, and the address of who stamps bundles
   * with the time; null where none is configured.
   */
  evidence: {
    name: string;
    keyFile: string | null;
    timestampAuthority: string | null;
    /** Where signed checkpoints are handed on to; null where they are not. */
    checkpoints: {
      directory: string | null;
      url: string | null;
      /** Entity refs of whom is sent the newest once a day; empty for nobody. */
      recipients: string[];
    };
  };
  /** By the ids of sinks of evidence: whose people are pushed there, with their names. */
  sinks: Readonly<Record<string, { tenantId: string }>>;
  /** Where the key of pseudonyms is; null where none is configured. */
  exports: { pseudonymKeyFile: string | null };
  exposure: 'off' | 'groups' | 'all';
  /** The pictures that need no session. */
  pictures: readonly OpenPicture[];
}
