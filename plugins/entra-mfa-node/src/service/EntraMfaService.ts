import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Control,
  JsonRouteName,
  Person,
  PersonDetail,
  RouteBody,
  RouteParams,
  RouteQuery,
  RouteResponse,
  TargetOverride,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  EntraMfaAsOf,
  EntraMfaCoverage,
  EntraMfaListedTeam,
  EntraMfaOwnersCoverage,
  EntraMfaTeamCoverage,
} from './EntraMfaCoverage';

/** Who asks, and of when. @public */
export interface EntraMfaServiceOptions {
  /**
   * On whose behalf it is asked: the answer is what they may see, and what is put on record is theirs. Pass on the
   * credentials of the request that is answered; those of a service see everything.
   */
  credentials: BackstageCredentials;
  /** A past date, `2026-11-21` (its end in UTC), or an instant, ISO 8601; without it, now. */
  at?: string;
  /** The id of a tenant; without it, the first that is configured. */
  tenant?: string;
}

/** How the person behind a User entity stands. @public */
export interface EntraMfaUserStatus extends EntraMfaAsOf {
  /**
   * Null where the directory has no such person, or the caller may not see them by name: these are not told apart.
   * A state other than `covered` says nothing of whether MFA is asked for at sign-in.
   */
  person: Person | null;
}

/**
 * How people, teams and controls stand with MFA registration, for other backend plugins. It asks the API of the Entra
 * MFA backend, which checks the caller's permissions, puts on record who read names, and keeps back what the caller may
 * not see.
 *
 * Each call rejects with an error whose `name` is that of Backstage and whose message says what to do:
 * `NotAllowedError` without the permission, `NotFoundError` for a group, entity, person or control that is not known,
 * `InputError` for a wrong date, `ServiceUnavailableError` before the first sync.
 *
 * @public
 */
export interface EntraMfaService {
  /** The coverage of a Group with its sub-teams. Needs `entra-mfa.counts.read`. */
  getTeamCoverage(
    groupRef: string,
    options: EntraMfaServiceOptions,
  ): Promise<EntraMfaTeamCoverage>;

  /**
   * The coverage of all teams of a tenant, page by page, of one snapshot: one request for 200 teams. Nothing before the
   * first sync. Needs `entra-mfa.counts.read`.
   *
   * @param options - `withoutNames` answers as if the caller might see nobody by name: for figures that are shown on to
   * others. The figures of small teams are hidden then, from a plugin's own credentials too.
   */
  listTeams(
    options: EntraMfaServiceOptions & { withoutNames?: boolean },
  ): AsyncIterable<EntraMfaListedTeam[]>;

  /** The ids of the tenants in which a Group with its sub-teams has people. Needs `entra-mfa.counts.read`. */
  getTenantsOfTeam(
    groupRef: string,
    options: Pick<EntraMfaServiceOptions, 'credentials'>,
  ): Promise<string[]>;

  /** The coverage of a tenant. Needs `entra-mfa.counts.read`. */
  getOrganizationCoverage(
    options: EntraMfaServiceOptions,
  ): Promise<EntraMfaCoverage>;

  /**
   * The coverage of those who own an entity of the catalog, against the target of the tenant. Needs
   * `entra-mfa.counts.read`.
   */
  getOwnersCoverage(
    entityRef: string,
    options: EntraMfaServiceOptions,
  ): Promise<EntraMfaOwnersCoverage>;

  /**
   * How the person behind a User entity stands. Needs `entra-mfa.counts.read`, and `entra-mfa.people.read` for this
   * person.
   */
  getUserStatus(
    userRef: string,
    options: EntraMfaServiceOptions,
  ): Promise<EntraMfaUserStatus>;

  /**
   * Why a person is counted as they are: each rule that was asked, and the rows behind it. Needs
   * `entra-mfa.people.read` for this person; one whom the caller may not see is `NotFoundError`.
   *
   * @param person - a User entity ref, or a tenant with an Entra object id
   */
  explainPerson(
    person: string | { tenant: string; id: string },
    options: EntraMfaServiceOptions,
  ): Promise<PersonDetail>;

  /**
   * A control with its status, what this data does not show of it, and its tests. Needs
   * `entra-mfa.compliance.read`.
   *
   * @param control - the framework and the id in it: `mfa/MFA-01`
   */
  getControlStatus(
    control: string,
    options: EntraMfaServiceOptions,
  ): Promise<Control>;

  /**
   * Puts on record that something goes on though a team is not known to meet its target, and why: an audit event of the
   * caller. No figure changes. Needs `entra-mfa.target.override`, and a user.
   *
   * @param why - `reason` in the words of who says so, which are to name nobody; `purpose`: what goes on
   */
  overrideTarget(
    groupRef: string,
    why: { reason: string; purpose: string },
    options: Pick<EntraMfaServiceOptions, 'credentials'>,
  ): Promise<TargetOverride>;

  /** Of when the answers of a tenant are, and how far they may be relied on. Needs `entra-mfa.counts.read`. */
  getAsOf(options: EntraMfaServiceOptions): Promise<EntraMfaAsOf>;

  /** Calls any route of the API that answers with JSON: for what has no method of its own. */
  call<N extends JsonRouteName>(
    name: N,
    params: RouteParams<N>,
    query: RouteQuery<N>,
    options: { credentials: BackstageCredentials; body?: RouteBody<N> },
  ): Promise<RouteResponse<N>>;
}
