import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  entraMfa?: {
    /**
     * The Microsoft Entra tenants that are read.
     */
    tenants?: Array<{
      /** The tenant (directory) id, a GUID. */
      tenantId: string;
      /** The application (client) id of the app registration, a GUID. */
      clientId: string;
      /**
       * The value (not the id) of a client secret. Each tenant has one credential: this, `certificate`,
       * `federated` or `managedIdentity`.
       * @visibility secret
       */
      clientSecret?: string;
      /** When the client secret ends, such as `"2027-03-04"`: the portal warns before. */
      expiresAt?: string;
      /** A certificate of the app registration. New files are used without a restart. */
      certificate?: {
        /** The path of the certificate, in PEM. */
        certificateFile: string;
        /**
         * The path of its private key, in PEM: RSA, without a passphrase.
         * @visibility secret
         */
        privateKeyFile: string;
      };
      /** The assertion of a workload that the app registration trusts: `{}`, or where it is. */
      federated?: {
        /**
         * The path of the assertion, read each time that it is needed. Default: what
         * AZURE_FEDERATED_TOKEN_FILE says.
         * @visibility secret
         */
        tokenFile?: string;
      };
      /** The identity that Azure gives to whatever runs the portal; the user-assigned one is that of `clientId`. */
      managedIdentity?: 'systemAssigned' | 'userAssigned';
      /** The cloud whose sign-in and Graph are used. Default: `global`. */
      cloud?: 'global' | 'usGovernment' | 'usGovernmentDoD' | 'china';
      /**
       * Whether a telephony provider of your own delivers SMS and voice: then nothing counts down to the
       * end of Microsoft's. Default: false.
       */
      ownTelephonyProvider?: boolean;
      /** Another sign-in authority than the cloud's, such as a simulator's. Needs `graphRoot`. */
      authority?: string;
      /** Another Graph root than the cloud's, such as a simulator's. Needs `authority`. */
      graphRoot?: string;
      /**
       * The user or group that answers for the connection, such as `group:default/identity`: told, beside
       * `notify.security`, when it needs attention.
       */
      contact?: string;
      /**
       * Data sets of Microsoft Graph that are not read of this tenant, such as `conditional-access`: those that
       * figures do without.
       */
      switchedOff?: string[];
    }>;
    /**
     * One multi-tenant application of yours. With it, tenants can be connected on the page: an administrator of
     * each consents, and nothing else of it is configured.
     */
    connect?: {
      /** The application (client) id of the app registration, a GUID. */
      clientId: string;
      /**
       * The value (not the id) of a client secret; or `certificate` or `federated`, as a tenant has them.
       * @visibility secret
       */
      clientSecret?: string;
      /** When the client secret ends, such as `"2027-03-04"`. */
      expiresAt?: string;
      /** A certificate of the app registration. */
      certificate?: {
        /** The path of the certificate, in PEM. */
        certificateFile: string;
        /**
         * The path of its private key, in PEM.
         * @visibility secret
         */
        privateKeyFile: string;
      };
      /** The assertion of a workload that the app registration trusts. */
      federated?: {
        /**
         * The path of the assertion.
         * @visibility secret
         */
        tokenFile?: string;
      };
      /** The cloud of the app registration, and so of every tenant that consents. Default: `global`. */
      cloud?: 'global' | 'usGovernment' | 'usGovernmentDoD' | 'china';
      /** Another sign-in authority than the cloud's, such as a simulator's. Needs `graphRoot`. */
      authority?: string;
      /** Another Graph root than the cloud's, such as a simulator's. Needs `authority`. */
      graphRoot?: string;
      /**
       * The path of the portal's key: 32 random bytes in hexadecimal or base64. By it the portal seals what it
       * has to keep in its database. Without a key, and without a key service, nothing is kept that needs one.
       * @visibility secret
       */
      keyFile?: string;
      /**
       * The path of the key before, while the key is changed: it opens what it has sealed, and seals nothing.
       * @visibility secret
       */
      previousKeyFile?: string;
    };
    /** When to read. Default: every hour, with a timeout of 30 minutes. */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig & {
      /**
       * The IANA name of the time zone in which a cron expression is meant, such as `Europe/Berlin`.
       * Default: `UTC`, whatever the time zone of the machine is.
       */
      timeZone?: string;
    };
    /**
     * After how long without a complete read a figure is stale. Default: 6 hours, or the longest time
     * between two syncs and a grace where that is longer.
     */
    staleAfter?: HumanDuration | string;
    /**
     * How old Microsoft's report may be, by its median row, before figures are stale; a report that is well
     * is up to 36 hours behind. Default: 48 hours.
     */
    reportStaleAfter?: HumanDuration | string;
    /** The flag that decides who is covered. Default: `registered`. */
    basis?: 'registered' | 'capable';
    /** Target coverage in per cent, with at most one decimal. Default: 95. */
    target?: number;
    /** The day by which the target is to be reached, such as `"2026-12-31"`; forecasts are compared with it. */
    targetDate?: string;
    /** Object ids of the break-glass accounts: kept in their own register, never in the figure. */
    breakGlassIds?: string[];
    breakGlass?: {
      /** After how many days a drill of a break-glass account is overdue. Default: 90. */
      drillOverdueAfterDays?: number;
    };
    /**
     * Ids of role definitions, custom ones too, that count as privileged besides the built-in roles that
     * Microsoft marks so.
     */
    privilegedRoles?: string[];
    scope?: {
      /** Whether guests are counted as members are. Default: false. */
      countGuests?: boolean;
      /**
       * What an account without a user type is: not known, or a member, as very old accounts are. Default:
       * `unknown`.
       */
      userTypeNull?: 'unknown' | 'member';
      /** Accounts that are left out: shared mailboxes, service accounts. Each has an owner. */
      listed?: Array<{ objectId: string; owner: string; reason: string }>;
      /** Regular expressions on the user principal name, each with an owner. */
      listedPatterns?: Array<{
        pattern: string;
        owner: string;
        reason: string;
      }>;
      /** Rules that leave people out of the figure, each with an owner. The first that fits is told. */
      rules?: Array<{
        /** What pages and exports call it: up to 100 characters, without a comma. */
        name: string;
        /** Whom it leaves out: whom the filter fits, who is in the group, or with both, whom both fit. */
        leaveOut: {
          /**
           * OData's `$filter` on the properties of a user, such as
           * `userType eq 'Guest' and endsWith(userPrincipalName,'@partner.com')`.
           */
          filter?: string;
          /** The object id of an Entra group; nested groups are expanded. */
          group?: string;
        };
        /** The user or group that answers for it, such as `group:default/partners`. */
        owner: string;
        reason: string;
        /** The tenant in which it holds. Default: all; with `group`, needed where several are configured. */
        tenantId?: string;
      }>;
    };
    /**
     * What of a Group tells who leads it, by name; each name ends with lead, leader, owner, manager,
     * ledBy, ownedBy or managedBy. An empty list switches one off.
     */
    leads?: {
      /** Types of relations to users or groups. Default: `ownedBy`. */
      relations?: string[];
      /** Annotations. Default: `entra-mfa/lead`. */
      annotations?: string[];
      /** Fields of `spec.profile`. Default: `lead`. */
      profile?: string[];
    };
    /** Groups of the catalog, and what they may say of each other. */
    teams?: {
      /**
       * The sources whose Groups are teams, as `backstage.io/managed-by-origin-location` names them:
       * `msgraph:default`, or `url:https://github.com/contoso/org` with all below it. They may give each other
       * parents and members. Default: where Groups come from Microsoft Graph, these alone; otherwise every
       * source, and none may give another's team a parent or a member.
       */
      sources?: string[];
    };
    /** Teams so small that figures of them could be about somebody. */
    smallTeams?: {
      /**
       * Figures of fewer people in scope are shown only to who may see the names; 0 switches it off.
       * Default: 5.
       */
      hideBelow?: number;
    };
    /** People who are read by name. */
    names?: {
      /**
       * How many a user or service may read in a minute, in each process; further requests are answered
       * 429. From 200; 0 limits nothing. Default: 5000.
       */
      perMinute?: number;
    };
    /**
     * The pictures that need no session: whoever has their address sees them. Of figures `organization`, or the entity
     * ref of a Group such as `group:default/payments`; of a control `control:mfa/MFA-01`; of another than the first
     * tenant with `;tenant=` and its id. Default: none.
     */
    pictures?: string[];
    /** What was found of each tenant, on record in a log that only grows. */
    evidence?: {
      /**
       * A file with the private key that signs the logs: Ed25519 in PEM. Make one with
       * `openssl genpkey -algorithm ed25519 -out file`. Without it they are not signed.
       */
      keyFile?: string;
      /**
       * What the logs and the key are called. It should stay the same for ever. Default: the host of
       * `backend.baseUrl`.
       */
      name?: string;
      /** Who says when a bundle was made (RFC 3161). Without it nobody is asked. */
      timestampAuthority?: {
        /** Its address: https, or http on this machine. It is told a SHA-256 and nothing else. */
        url: string;
      };
      /** Where each signed checkpoint of a log is handed on to. Without it they stay in the portal. */
      checkpoints?: {
        /** A folder in which each becomes a file, `TENANT/SIZE.txt`, that is never written over. */
        directory?: string;
        /** An address to which each is posted as text: https, or http on this machine. */
        url?: string;
        /** Entity refs of users and groups who are notified of the newest one once a day. */
        recipients?: string[];
      };
    };
    exports?: {
      /**
       * A file with a secret of at least 32 bytes, by which CSV exports name people by pseudonyms.
       * Make one with `openssl rand -hex 32 > file`.
       */
      pseudonymKeyFile?: string;
    };
    /**
     * Platforms to which evidence is pushed, by the ids of the sinks that modules add. Names of people go there.
     * Settings of each are described by its module. Default: none.
     */
    sinks?: {
      [sink: string]: {
        /** The tenant whose people are pushed. */
        tenantId: string;
      };
    };
    /** Exceptions that people ask for and others approve. */
    exceptions?: {
      /** How many days from today an exception may last. Default: 180. */
      maximumDays?: number;
      /** How many days before its end requester and approver are reminded. Default: 14. */
      remindDaysBefore?: number;
    };
    /** Who decides on exceptions and in reviews besides having the permission. */
    fourEyes?: {
      /**
       * Whether users decide of whom nobody can tell who of the directory they are, and on requests of
       * such. Only for portals that people sign in to without Entra: there, one person with two User
       * entities is two pairs of eyes. Default: false.
       */
      unidentifiedMayDecide?: boolean;
    };
    /** Controls of frameworks, tested with each sync: see docs/compliance.md. */
    compliance?: {
      /** Ids of the frameworks that are tested and shown, in that order, such as `mfa` and `soc2`. Default: all. */
      frameworks?: string[];
      /** Frameworks of your own. */
      ownFrameworks?: {
        /** Lower-case letters, digits and hyphens. */
        id: string;
        name: string;
        /** Where its text can be had. */
        link?: string;
        controls: {
          id: string;
          title: string;
          /** What is asked, what this data shows of it and what not, and what a person has to add. */
          asks: string;
          shows: string;
          missing: string;
          adds: string;
          severity?: 'low' | 'medium' | 'high' | 'critical';
          /** The tests that speak for it: all of them have to be met. */
          tests: string[];
        }[];
      }[];
      /** What is said of single controls. */
      controls?: {
        /** A framework and a control of it: `mfa/MFA-01`. */
        control: string;
        /** In which tenant; without it, in all. */
        tenantId?: string;
        /** Why the control does not apply: it is shown, and leaves the coverage. */
        disabled?: string;
        /** How it is done here. */
        narrative?: {
          text: string;
          author: string;
          /** `YYYY-MM-DD` */
          date: string;
        };
      }[];
    };
    /** Access reviews. */
    reviews?: {
      /** After how many days an account in scope without a method is on the list. Default: 14. */
      noMethodAfterDays?: number;
    };
    /** When a sudden fall of the figure is held until somebody releases it. */
    hold?: {
      /** So many people fewer are covered, at least. Default: 10. */
      people?: number;
      /** Coverage is down by so many points, at least; 0 switches it off. Default: 5. */
      points?: number;
    };
    /** Who is notified of lost registrations and of requests, where the portal has notifications. */
    notify?: {
      /** Whether the leads of a team are told how many of its own people. Default: true. */
      leads?: boolean;
      /** Users or groups that are told of everybody, such as `group:default/security`. */
      security?: string[];
      /**
       * Users or groups that are told of requests for exceptions: those who may decide on them. Default: those
       * of `security`.
       */
      approvers?: string[];
      /** Where the page is in the portal. Default: `/entra-mfa`. */
      pagePath?: string;
      /**
       * On which day of each month, 1 to 28, `security` and the leads of teams with a gap are told of the month before,
       * with a link to its report. Default: never.
       */
      monthlyReportOn?: number;
    };
    /**
     * Whether it is read once a day when everybody signed in last: the day alone, and no past of it. Default: false.
     */
    signInActivity?: boolean;
    /**
     * Whether it is read what the mailboxes of accounts are for that have not registered, once a week each: shared ones,
     * rooms and equipment that cannot sign in are a class of their own then. It takes the permission
     * `MailboxSettings.Read`. Default: false.
     */
    mailboxPurpose?: boolean;
    /**
     * Whether the methods of each person are read, one by one, of a tenant without Microsoft Entra ID P1, to which Microsoft
     * gives no registration report: at most 5,000 people. It takes the permission `UserAuthenticationMethod.Read.All`, by
     * which Microsoft sends phone numbers and addresses; only the types of methods are taken. Default: false.
     */
    perUserMethods?: boolean;
    /** Groups of the tenant with who is in them, for registration by Entra group. */
    entraGroups?: {
      /** Whether they are read. Default: false. */
      read?: boolean;
      /** How the names of those begin that are shown, whatever the case. Without it, all security and Microsoft 365 groups. */
      prefixes?: string[];
    };
    /** How long is kept what only grows. */
    retention?: {
      /** For how many days the audit trail of a connection is kept, from 365. Default: 2557, which is 7 years. */
      auditDays?: number;
      /** For how many days it is kept who registered a method, or tried to, and which risks were detected, from 30. Default: 90. */
      eventDays?: number;
      /**
       * For how many days it can be looked back at people and at what was read of them, from 90. Counts of teams and
       * of the tenant stay for ever. Default: 400.
       */
      peopleDays?: number;
      /** For how many days what syncs have done is kept, from 30. Default: 400. */
      runsDays?: number;
    };
    /** How fast Graph is asked. */
    pace?: {
      /** Requests to the report API in 10 seconds; Microsoft allows 5. Default: 4. */
      reportRequestsPer10Seconds?: number;
    };
    /** What is owned in the catalog. */
    services?: {
      /**
       * The annotation, or else the label, by which an entity says how much depends on it, such as
       * `example.com/tier`. Default: `entra-mfa/tier`.
       */
      tierAnnotation?: string;
    };
    /**
     * What the catalog is told: nothing, the coverage of groups, or also the state of users. Anyone
     * who may read the catalog may read it. Default: `groups`.
     */
    exposure?: 'off' | 'groups' | 'all';
  };
}
