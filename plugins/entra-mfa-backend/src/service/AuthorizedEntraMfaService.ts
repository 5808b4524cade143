import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  entraMfaCountsReadPermission,
  entraMfaPeopleExportPermission,
  entraMfaPeopleReadPermission,
  entraMfaPersonErasePermission,
  entraMfaSyncPermission,
  type Tenants,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { everybody, type Authorizer } from './routes/Authorizer';
import { hideApps, hideAppsOfRun } from './routes/hideApps';
import type { EntraMfaService, PeopleAccess, QueryOf } from './types';

/** Asks the portal's permissions first, and hands on what the caller may see. */
export class AuthorizedEntraMfaService implements EntraMfaService {
  readonly #inner: EntraMfaService<PeopleAccess>;
  readonly #auth: AuthService;
  readonly #authorizer: Authorizer;

  constructor(options: {
    inner: EntraMfaService<PeopleAccess>;
    auth: AuthService;
    authorizer: Authorizer;
  }) {
    this.#inner = options.inner;
    this.#auth = options.auth;
    this.#authorizer = options.authorizer;
  }

  async getOverview(query: QueryOf<'getOverview'>, who: BackstageCredentials) {
    await this.#authorizer.require(entraMfaCountsReadPermission, who);
    const answer = await this.#inner.getOverview(query, everybody);
    return this.#authorizer.withApps(answer, who);
  }

  async getTeams(query: QueryOf<'getTeams'>, who: BackstageCredentials) {
    await this.#authorizer.require(entraMfaCountsReadPermission, who);
    const access = await this.#authorizer.accessOf(who);
    const answer = await this.#inner.getTeams(query, access);
    return this.#authorizer.withApps(answer, who);
  }

  async getTeam(
    ref: string,
    query: QueryOf<'getTeam'>,
    who: BackstageCredentials,
  ) {
    await this.#authorizer.require(entraMfaCountsReadPermission, who);
    const access = await this.#authorizer.accessOf(who);
    const answer = await this.#inner.getTeam(ref, query, access);
    return this.#authorizer.withApps(answer, who);
  }

  /** Who may see nobody gets an empty list that says so: a page draws it beside its counts. */
  async getPeople(query: QueryOf<'getPeople'>, who: BackstageCredentials) {
    return this.#inner.getPeople(query, await this.#authorizer.accessOf(who));
  }

  /** Names in a file need a permission of their own: files are handed on. */
  async exportPeople(query: QueryOf<'getPeople'>, who: BackstageCredentials) {
    if (query.names) {
      await this.#authorizer.require(entraMfaPeopleExportPermission, who);
    }
    return this.#inner.exportPeople(
      query,
      await this.#authorizer.requirePeople(who),
    );
  }

  /** Who erased a person and why is for those who may erase. */
  async getPerson(
    person: { tenant: string; id: string },
    query: QueryOf<'getPerson'>,
    who: BackstageCredentials,
  ) {
    const detail = await this.#inner.getPerson(
      person,
      query,
      await this.#authorizer.requirePeople(who),
    );
    const { erased } = detail;
    return !erased ||
      (await this.#authorizer.allows(entraMfaPersonErasePermission, who))
      ? detail
      : { ...detail, erased: { at: erased.at } };
  }

  async getRoles(query: QueryOf<'getRoles'>, who: BackstageCredentials) {
    await this.#authorizer.require(entraMfaCountsReadPermission, who);
    return this.#inner.getRoles(query, await this.#authorizer.accessOf(who));
  }

  /** Rows without a person belong to no team, so no condition can tell who may see them. */
  async getUnmatched(
    query: QueryOf<'getUnmatched'>,
    who: BackstageCredentials,
  ) {
    const access = await this.#authorizer.requirePeople(who);
    if (access.kind !== 'all') {
      throw new NotAllowedError(
        `This list needs the permission ${entraMfaPeopleReadPermission.name} without conditions: ask an administrator of the portal`,
      );
    }
    return this.#inner.getUnmatched(query, access);
  }

  async getRuns(query: QueryOf<'getRuns'>, who: BackstageCredentials) {
    await this.#authorizer.require(entraMfaCountsReadPermission, who);
    const runs = await this.#inner.getRuns(query, everybody);
    return (await this.#authorizer.allows(entraMfaSyncPermission, who))
      ? runs
      : { ...runs, items: runs.items.map(hideAppsOfRun) };
  }

  async getTenants(who: BackstageCredentials) {
    await this.#authorizer.require(entraMfaCountsReadPermission, who);
    const tenants = await this.#inner.getTenants(everybody);
    return (await this.#authorizer.allows(entraMfaSyncPermission, who))
      ? tenants
      : withoutApps(tenants);
  }

  async startSync(tenantId: string, who: BackstageCredentials) {
    await this.#authorizer.require(entraMfaSyncPermission, who);
    return this.#inner.startSync(tenantId, everybody);
  }

  /** A service may be narrowed too: figures of Groups and states of people are two permissions. */
  async getEntityStatus(who: BackstageCredentials) {
    if (!this.#auth.isPrincipal(who, 'service')) {
      throw new NotAllowedError(
        'Only other plugins of the portal may read the status of entities: read /v1/people instead',
      );
    }
    await this.#authorizer.require(entraMfaCountsReadPermission, who);
    return this.#inner.getEntityStatus(await this.#authorizer.accessOf(who));
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
      freshness: hideApps(item.freshness),
    })),
  };
}
