import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, isError, NotFoundError } from '@backstage/errors';
import {
  EntraMfaClient,
  type AssessedCounts,
  type JsonRouteName,
  type Overview,
  type RouteParams,
  type RouteQuery,
  type RouteResponse,
  type SendOptions,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type {
  EntraMfaService,
  EntraMfaServiceOptions,
} from './EntraMfaService';
import { toAsOf } from './toAsOf';
import { toCoverage, type People } from './toCoverage';
import { toListedTeam } from './toListedTeam';

type Options = EntraMfaServiceOptions;

/** More than one snapshot is published during a question only where a clock jumps. */
const ATTEMPTS = 3;

/** Asks the plugin's own API, with a token on behalf of whoever asks. */
export class DefaultEntraMfaService implements EntraMfaService {
  readonly #auth: AuthService;
  readonly #client: EntraMfaClient;

  constructor(services: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = services.auth;
    this.#client = new EntraMfaClient({
      discoveryApi: services.discovery,
      fetchApi: { fetch: (...request) => fetch(...request) },
    });
  }

  async getTeamCoverage(groupRef: string, options: Options) {
    const parts = partsOf(groupRef, 'group');
    const [team, overview] = await this.#besideOverview(options, () =>
      this.call('getTeam', parts, asked(options), options),
    );
    return {
      ...toCoverage(
        toAsOf({ ...team, hold: overview.hold }),
        overview.basis,
        team.targetPermille,
        peopleOf(team.counts),
      ),
      team: { ref: team.ref, title: team.title },
      otherTenants: team.otherTenants ?? 0,
    };
  }

  async *listTeams({
    withoutNames,
    ...options
  }: Options & { withoutNames?: boolean }) {
    const pageAfter = (cursor?: string) =>
      this.call(
        'getTeams',
        {},
        {
          ...asked(options),
          ...{ sort: 'name', limit: 200, cursor },
          ...(withoutNames && { withoutNames: 'true' }),
        },
        options,
      );
    const [first, overview] = await this.#besideOverview(options, pageAfter);
    for (let page = first; ; ) {
      yield page.items.map(item => toListedTeam(item, page, overview));
      const { nextCursor } = page.pageInfo;
      if (nextCursor === null) return;
      page = await pageAfter(nextCursor);
    }
  }

  async getTenantsOfTeam(
    groupRef: string,
    { credentials }: Pick<Options, 'credentials'>,
  ) {
    const parts = partsOf(groupRef, 'group');
    const { items } = await this.call(
      'getTeamTenants',
      parts,
      {},
      { credentials },
    );
    return items.map(({ tenant }) => tenant.id);
  }

  async getOrganizationCoverage(options: Options) {
    const overview = await this.#overview(options);
    const { counts, basis, targetPermille } = overview;
    return toCoverage(
      toAsOf(overview),
      counts && basis,
      targetPermille,
      peopleOf(counts),
    );
  }

  async getOwnersCoverage(entityRef: string, options: Options) {
    const parts = partsOf(entityRef, 'component');
    const [owned, overview] = await this.#besideOverview(options, () =>
      this.call('getEntityOwners', parts, asked(options), options),
    );
    return {
      ...toCoverage(
        toAsOf({ ...owned, hold: overview.hold }),
        owned.basis,
        overview.targetPermille,
        owned.figure,
      ),
      entity: { ref: owned.entity.ref, title: owned.entity.title },
      owners: owned.owners.map(({ ref, found }) => ({ ref, found })),
    };
  }

  async getUserStatus(userRef: string, options: Options) {
    const [people, asOf] = await Promise.all([
      this.#personOf(userRef, options),
      this.getAsOf(options),
    ]);
    return { ...asOf, person: people ?? null };
  }

  async explainPerson(
    person: string | { tenant: string; id: string },
    options: Options,
  ) {
    const found =
      typeof person === 'string'
        ? await this.#personOf(person, options)
        : person;
    if (!found) {
      throw new NotFoundError(
        `The directory has nobody of the User ${person}, or you may not see them by name`,
      );
    }
    const { tenant, id } = found;
    const { at } = options;
    return this.call('getPerson', { tenant, id }, { at }, options);
  }

  async getControlStatus(control: string, options: Options) {
    const [framework, id, ...rest] = control.split('/');
    if (!framework || !id || rest.length > 0) {
      throw new InputError(
        `A control is named by its framework and its id, such as mfa/MFA-01, not by '${control}'`,
      );
    }
    return this.call('getControl', { framework, id }, asked(options), options);
  }

  async overrideTarget(
    groupRef: string,
    body: { reason: string; purpose: string },
    { credentials }: Pick<Options, 'credentials'>,
  ) {
    const parts = partsOf(groupRef, 'group');
    return this.call('overrideTarget', parts, {}, { credentials, body });
  }

  async getAsOf(options: Options) {
    return toAsOf(await this.#overview(options));
  }

  async call<N extends JsonRouteName>(
    name: N,
    params: RouteParams<N>,
    query: RouteQuery<N>,
    {
      credentials,
      body,
    }: Pick<Options, 'credentials'> & Pick<SendOptions<N>, 'body'>,
  ): Promise<RouteResponse<N>> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'entra-mfa',
    });
    try {
      return await this.#client.call(name, params, query, { token, body });
    } catch (error) {
      // What was refused says what to do; that it was an HTTP answer says nothing.
      throw isError(error) &&
        error.name === 'ResponseError' &&
        isError(error.cause)
        ? error.cause
        : error;
    }
  }

  #overview(options: Options): Promise<Overview> {
    return this.call('getOverview', {}, asked(options), options);
  }

  /**
   * An answer with the overview of the same snapshot, which alone tells whether the figure is held. Where a sync
   * publishes between the two, both are asked again.
   */
  async #besideOverview<Answer extends { snapshot: { number: number } | null }>(
    options: Options,
    ask: () => Promise<Answer>,
  ): Promise<[Answer, Overview]> {
    for (let left = ATTEMPTS; ; left -= 1) {
      const [answer, overview] = await Promise.all([
        ask(),
        this.#overview(options),
      ]);
      if (answer.snapshot?.number === overview.snapshot?.number || left === 1) {
        return [answer, overview];
      }
    }
  }

  async #personOf(userRef: string, options: Options) {
    const { kind, namespace, name } = partsOf(userRef, 'user');
    const entityRef = `${kind}:${namespace}/${name}`;
    const { items } = await this.call(
      'getPeople',
      {},
      { ...asked(options), entityRef, limit: 1 },
      options,
    );
    return items.at(0);
  }
}

function asked({ at, tenant }: Options) {
  return { at, tenant };
}

function peopleOf(counts: AssessedCounts | null): People | null {
  return counts && counts.states;
}

/** The parts of an entity ref, as the API writes them: in lower case. */
function partsOf(ref: string, defaultKind: string) {
  try {
    return parseEntityRef(ref.toLowerCase(), {
      defaultKind,
      defaultNamespace: 'default',
    });
  } catch {
    throw new InputError(
      `'${ref}' is no entity ref such as ${defaultKind}:default/name`,
    );
  }
}
