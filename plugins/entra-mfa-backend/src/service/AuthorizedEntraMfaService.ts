import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import {
  entraMfaCountsReadPermission,
  entraMfaPeopleReadPermission,
  entraMfaSyncPermission,
  type Tenants,
} from 'backstage-plugin-entra-mfa-common';
import type { EntraMfaPersonFilter } from 'backstage-plugin-entra-mfa-node';
import type { EntraMfaService, PeopleAccess, QueryOf } from './types';

const everybody: PeopleAccess = { kind: 'all' };

/** Asks the portal's permissions first, and hands on what the caller may see. */
export class AuthorizedEntraMfaService implements EntraMfaService {
  readonly #inner: EntraMfaService<PeopleAccess>;
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #toFilter: ConditionTransformer<EntraMfaPersonFilter>;

  constructor(options: {
    inner: EntraMfaService<PeopleAccess>;
    auth: AuthService;
    permissions: PermissionsService;
    toFilter: ConditionTransformer<EntraMfaPersonFilter>;
  }) {
    this.#inner = options.inner;
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#toFilter = options.toFilter;
  }

  async getOverview(query: QueryOf<'getOverview'>, who: BackstageCredentials) {
    await this.#require(entraMfaCountsReadPermission, who);
    return this.#inner.getOverview(query, everybody);
  }

  async getTeams(query: QueryOf<'getTeams'>, who: BackstageCredentials) {
    await this.#require(entraMfaCountsReadPermission, who);
    return this.#inner.getTeams(query, everybody);
  }

  async getTeam(
    ref: string,
    query: QueryOf<'getTeam'>,
    who: BackstageCredentials,
  ) {
    await this.#require(entraMfaCountsReadPermission, who);
    return this.#inner.getTeam(ref, query, await this.#accessOf(who));
  }

  /** Who may see nobody gets an empty list that says so: a page draws it beside its counts. */
  async getPeople(query: QueryOf<'getPeople'>, who: BackstageCredentials) {
    return this.#inner.getPeople(query, await this.#accessOf(who));
  }

  async exportPeople(query: QueryOf<'getPeople'>, who: BackstageCredentials) {
    return this.#inner.exportPeople(query, await this.#requirePeople(who));
  }

  async getPerson(
    person: { tenant: string; id: string },
    query: QueryOf<'getPerson'>,
    who: BackstageCredentials,
  ) {
    return this.#inner.getPerson(person, query, await this.#requirePeople(who));
  }

  /** Rows without a person belong to no team, so no condition can tell who may see them. */
  async getUnmatched(
    query: QueryOf<'getUnmatched'>,
    who: BackstageCredentials,
  ) {
    const access = await this.#requirePeople(who);
    if (access.kind !== 'all') {
      throw new NotAllowedError(
        `This list needs the permission ${entraMfaPeopleReadPermission.name} without conditions: ask an administrator of the portal`,
      );
    }
    return this.#inner.getUnmatched(query, access);
  }

  async getRuns(query: QueryOf<'getRuns'>, who: BackstageCredentials) {
    await this.#require(entraMfaCountsReadPermission, who);
    return this.#inner.getRuns(query, everybody);
  }

  async getTenants(who: BackstageCredentials) {
    await this.#require(entraMfaCountsReadPermission, who);
    const tenants = await this.#inner.getTenants(everybody);
    return (await this.#may(entraMfaSyncPermission, who))
      ? tenants
      : withoutApps(tenants);
  }

  async startSync(tenantId: string, who: BackstageCredentials) {
    await this.#require(entraMfaSyncPermission, who);
    return this.#inner.startSync(tenantId, everybody);
  }

  async getEntityStatus(who: BackstageCredentials) {
    if (!this.#auth.isPrincipal(who, 'service')) {
      throw new NotAllowedError(
        'Only other plugins of the portal may read the status of entities: read /v1/people instead',
      );
    }
    return this.#inner.getEntityStatus(everybody);
  }

  async #require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.#may(permission, credentials))) {
      throw notAllowed(permission.name);
    }
  }

  async #may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  async #requirePeople(
    credentials: BackstageCredentials,
  ): Promise<PeopleAccess> {
    const access = await this.#accessOf(credentials);
    if (access.kind === 'none') {
      throw notAllowed(entraMfaPeopleReadPermission.name);
    }
    return access;
  }

  async #accessOf(credentials: BackstageCredentials): Promise<PeopleAccess> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: entraMfaPeopleReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return everybody;
      case AuthorizeResult.CONDITIONAL:
        return { kind: 'some', criteria: this.#toFilter(decision.conditions) };
      default:
        return { kind: 'none' };
    }
  }
}

/** Which app reads, and where to consent to it, is for who runs the sync. */
function withoutApps(tenants: Tenants): Tenants {
  return {
    ...tenants,
    items: tenants.items.map(item => ({
      ...item,
      clientId: null,
      consentUrl: null,
    })),
  };
}

function notAllowed(permission: string): NotAllowedError {
  return new NotAllowedError(
    `You need the permission ${permission}: ask an administrator of the portal`,
  );
}
