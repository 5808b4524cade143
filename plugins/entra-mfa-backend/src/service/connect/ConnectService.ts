import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  adminConsentUrl,
  signInAddresses,
  type Connect,
  type ConnectionSettings,
  type ConnectKind,
  type ConnectRequest,
  type ConnectStarted,
  type Disconnected,
  type Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { organization } from '../../collectors/organization';
import type { Collector } from '../../collectors/types';
import { portalTenantOf } from '../../config/portalTenantOf';
import type {
  ConnectConfig,
  EntraMfaConfig,
  KeptSecret,
  TenantConfig,
} from '../../config/types';
import {
  canBeSwitchedOff,
  switchable,
  wronglyOff,
} from '../../connections/canBeSwitchedOff';
import type { Connections } from '../../connections/Connections';
import { refuseForgotten } from '../../connections/Forgettings';
import { SealedSecretError } from '../../credentials/SealedSecretError';
import { SignInError, WrongTenantError } from '../../graph/errors';
import { explain } from '../../graph/explain';
import { ReaderSignIn } from '../../graph/ReaderSignIn';
import { signInProblems } from '../../problems/signInProblems';
import {
  endConnectRequest,
  insertConnectRequest,
  readConnectRequest,
  readConnectRequests,
  readRequestOfLink,
  saveState,
  takeState,
} from '../../store/connections/connectRequests';
import { readForgetting } from '../../store/connections/forgetting';
import { readPortalConnectionKind } from '../../store/connections/portalConnections';
import { placeOfReader, placeOfVerifier } from '../../sealing/places';
import type { Safe } from '../../sealing/Safe';
import { toDate, toDateOrNull } from '../../store/sql/instant';
import type { ConnectRequestRow } from '../../store/sql/tables';
import { askOnce } from '../../sync/askOnce';
import { graphSourceOf } from '../../sync/graphSourceOf';
import type { BodyOf, QueryOf } from '../types';
import { answerPage } from './answerPage';
import { lookUpTenant } from './lookUpTenant';
import type { PageAnswer } from './types';

const STATE_MS = 10 * 60_000;
const LINK_MS = 7 * 24 * 3_600_000;
const SHOWN_MS = 7 * 24 * 3_600_000;
const PATIENCE_MS = 60_000;
/** What Microsoft's page means by `access_denied` where it gives no number. */
const [DECLINED] = signInProblems.consentDeclined.signIn;

/** Consent takes a moment until every server of Microsoft's knows of it. */
const TRIES = 6;
const TRY_AFTER_MS = 2_000;
const mayPass: ReadonlySet<string> = new Set([
  'app-not-found',
  'no-consent',
  'no-permission',
  'token-refused',
]);

/** What connections are made with. */
export interface ConnectServiceOptions {
  config: EntraMfaConfig;
  collectors: readonly Collector[];
  connections: Pick<
    Connections,
    | 'askedInPortal'
    | 'connectInPortal'
    | 'changeInPortal'
    | 'disconnectInPortal'
    | 'record'
  >;
  knex: Knex;
  clock: EntraMfaClock;
  /** Where this plugin answers, as browsers reach it: `https://portal.example.com/api/entra-mfa`. */
  address: string;
  /** Where secrets are kept; null where this portal has no key. */
  safe: Safe | null;
  /** Has a tenant read as soon as can be. */
  readNow(tenantId: string): Promise<void>;
  /** Hears that a tenant came, went or is read in another way: has this replica follow at once. */
  changed(): Promise<void>;
}

/** Connects tenants in the portal, changes such connections and ends them. */
export class ConnectService {
  readonly #options: ConnectServiceOptions;

  constructor(options: ConnectServiceOptions) {
    this.#options = options;
  }

  /** With what tenants are connected, and which requests there are. */
  async get(): Promise<Connect> {
    const { config, collectors, knex, clock } = this.#options;
    const now = clock.now();
    const since = new Date(now.getTime() - SHOWN_MS);
    const requests = await readConnectRequests(knex, since);
    return {
      application: config.connect && {
        clientId: config.connect.clientId,
        signInAddress: config.connect.signInAddress,
        redirectUri: this.#redirectUri,
      },
      kinds: config.connect ? this.#kinds : [],
      dataSets: collectors
        .filter(({ source }) => source === 'graph')
        .map(collector => ({
          id: collector.id,
          title: collector.title,
          why: collector.why,
          permission: collector.permission,
          licence: collector.licence,
          needed: !canBeSwitchedOff(collector),
          byReader: !collector.onlyByApplication,
        })),
      requests: requests.map(row => toRequest(row, now)),
    };
  }

  /** Begins: whoever has the address that this answers with can consent for the tenant, and for no other. */
  async begin(
    body: BodyOf<'beginConnect'>,
    userRef: string,
  ): Promise<ConnectStarted> {
    const { config, connections, knex, clock } = this.#options;
    const connect = this.#connect();
    this.#requireSwitchable(body.switchedOff);
    const tenantId = await lookUpTenant(connect, clock, body.tenant);
    refuseForgotten(await readForgetting(knex, tenantId));
    const isReader = body.kind === 'reader';
    const known = this.#refuseConnected(tenantId, config, body.kind);
    if (isReader) {
      await this.#requireReader(body.handOn);
    }
    const now = clock.now();
    const id = randomBytes(12).toString('hex');
    const link = body.handOn ? secret() : null;
    const expiresAt = new Date(now.getTime() + (link ? LINK_MS : STATE_MS));
    await insertConnectRequest(
      knex,
      {
        id,
        tenant_id: tenantId,
        handed_on: body.handOn,
        asked_by: userRef,
        asked_at: now,
        expires_at: expiresAt,
        contact: body.contact ?? null,
        switched_off: JSON.stringify([
          ...(known?.switchedOff ?? body.switchedOff),
          ...(isReader ? this.#notByReader() : []),
        ]),
        kind: body.kind,
      },
      link,
    );
    const row = (await readConnectRequest(knex, id))!;
    const url = link
      ? `${this.#options.address}/v1/connect/links/${link}`
      : await this.#addressOf(connect, row);
    await connections.askedInPortal(tenantId, body.handOn, {
      kind: 'user',
      ref: userRef,
    });
    return { request: toRequest(row, now), url };
  }

  /** Takes a request back. */
  async withdraw(id: string): Promise<ConnectRequest> {
    const { knex, clock } = this.#options;
    const now = clock.now();
    await endConnectRequest(knex, id, { outcome: 'withdrawn', at: now });
    const row = await readConnectRequest(knex, id);
    await this.#verifierOf(row);
    if (!row) {
      throw new NotFoundError(
        'There is no such request: GET /v1/connect lists them',
      );
    }
    return toRequest(row, now);
  }

  /** Leads whoever has a link on to Microsoft's page. Each opening counts anew, until one is answered. */
  async openLink(link: string): Promise<PageAnswer> {
    const connect = this.#connect();
    const { knex, clock } = this.#options;
    const row = await readRequestOfLink(knex, link, clock.now());
    return row
      ? { redirect: await this.#addressOf(connect, row) }
      : { html: answerPage('linkOver'), status: 410, outcome: 'over' };
  }

  /**
   * Takes an answer of Microsoft's page. What it says proves nothing: only a token for that very tenant, and the
   * tenant's own answer with it, connect it.
   */
  async answer(query: QueryOf<'answerConsent'>): Promise<PageAnswer> {
    this.#connect();
    const { knex, clock } = this.#options;
    const row = query.state
      ? await takeState(knex, query.state, clock.now())
      : null;
    if (!row) {
      return { html: answerPage('notAwaited'), status: 410, outcome: 'over' };
    }
    const tenantId = row.tenant_id;
    const refused = this.#refusalOf(query, tenantId);
    const verifier = await this.#verifierOf(row);
    if (refused) {
      return this.#end(row, refused, 'refused');
    }
    const problem =
      row.kind === 'reader'
        ? await this.#takeReader(row, query.code ?? '', verifier)
        : await this.#tryToRead(tenantId);
    if (problem) {
      return this.#end(row, problem, 'failed');
    }
    if (row.kind === 'consent') {
      await this.#connectAs(row);
    }
    await endConnectRequest(knex, row.id, {
      outcome: 'granted',
      at: clock.now(),
    });
    await this.#options.changed();
    return {
      html: answerPage(row.kind === 'reader' ? 'signedIn' : 'granted'),
      status: 200,
      outcome: 'granted',
      tenantId,
    };
  }

  /** Changes how a tenant is read. */
  async change(
    tenant: string,
    body: BodyOf<'changeConnection'>,
    userRef: string,
  ): Promise<ConnectionSettings> {
    const { config, connections } = this.#options;
    const found = this.#portalTenant(tenant);
    this.#requireSwitchable(body.switchedOff ?? []);
    await connections.changeInPortal(found, body, {
      kind: 'user',
      ref: userRef,
    });
    await this.#options.changed();
    const now = config.tenants.find(one => one.tenantId === found.tenantId);
    return {
      tenant: found.tenantId,
      contact: now?.contact ?? null,
      switchedOff: [
        ...(now?.switchedOff ?? []),
      ] as ConnectionSettings['switchedOff'],
    };
  }

  /** Ends a connection: nothing is read any more; what was read stays. */
  async disconnect(tenant: string, userRef: string): Promise<Disconnected> {
    const { connections, config } = this.#options;
    const { tenantId } = this.#portalTenant(tenant);
    await connections.disconnectInPortal(tenantId, {
      kind: 'user',
      ref: userRef,
    });
    await this.#options.changed();
    return {
      tenant: tenantId,
      enterpriseApplicationUrl: enterpriseApplicationUrl(config.connect),
    };
  }

  get #redirectUri(): string {
    return `${this.#options.address}/v1/connect/answer`;
  }

  #connect(): ConnectConfig {
    const { connect } = this.#options.config;
    if (!connect) {
      throw new NotFoundError(
        'No tenant can be connected here: set entraMfa.connect (docs/configuration.md)',
      );
    }
    return connect;
  }

  #portalTenant(tenant: string) {
    const { config } = this.#options;
    const tenantId = tenant.toLowerCase();
    const found = config.tenants.find(one => one.tenantId === tenantId);
    if (!found) {
      throw new NotFoundError(
        'There is no such connection that is read: GET /v1/connections lists them',
      );
    }
    if (found.origin !== 'portal') {
      throw new ConflictError(
        `Tenant ${tenantId} is in entraMfa.tenants: change it or take it out there, and restart`,
      );
    }
    return found;
  }

  #requireSwitchable(ids: readonly string[]): void {
    const { collectors } = this.#options;
    const [wrong] = wronglyOff(collectors, ids);
    if (wrong !== undefined) {
      throw new InputError(
        `Parameter 'switchedOff' is wrong: '${wrong}' cannot be switched off; those that can are ${switchable(
          collectors,
        ).join(', ')}`,
      );
    }
  }

  /** The tenant, where it is read by somebody who is to sign in again. */
  #refuseConnected(
    tenantId: string,
    { tenants }: EntraMfaConfig,
    kind: ConnectKind,
  ): TenantConfig | null {
    const found = tenants.find(one => one.tenantId === tenantId) ?? null;
    const isAgain = kind === 'reader' && found?.credential.kind === 'reader';
    if (found && !isAgain) {
      throw new ConflictError(
        found.origin === 'portal'
          ? `Tenant ${tenantId} is connected already`
          : `Tenant ${tenantId} is connected already, by entraMfa.tenants`,
      );
    }
    return found;
  }

  get #kinds(): ConnectKind[] {
    return this.#options.safe ? ['consent', 'reader'] : ['consent'];
  }

  async #requireReader(handOn: boolean): Promise<void> {
    const { safe, clock } = this.#options;
    if (!safe) {
      throw new InputError(
        "Parameter 'kind' is wrong: nobody can sign in where there is no key, entraMfa.connect.keyFile (docs/configuration.md)",
      );
    }
    if (handOn) {
      throw new InputError(
        "Parameter 'handOn' is wrong: who signs in does it in a window of their own, without a link",
      );
    }
    // Of windows that were closed.
    const before = new Date(clock.now().getTime() - STATE_MS);
    await safe.forgetOld('verifier', before);
  }

  #notByReader(): string[] {
    return this.#options.collectors
      .filter(({ onlyByApplication }) => onlyByApplication)
      .map(({ id }) => id);
  }

  /** What reading in somebody's name asks for. */
  #readerRequest({ graphRoot }: ConnectConfig, row: ConnectRequestRow) {
    const switchedOff: string[] = JSON.parse(row.switched_off);
    const permissions = this.#options.collectors
      .filter(
        ({ source, id }) => source === 'graph' && !switchedOff.includes(id),
      )
      .flatMap(({ permission }) => permission ?? []);
    return {
      scopes: [...new Set(permissions)].map(name => `${graphRoot}/${name}`),
      redirectUri: this.#redirectUri,
    };
  }

  /** The address on which somebody consents or signs in, with a state of its own. */
  async #addressOf(
    connect: ConnectConfig,
    row: ConnectRequestRow,
  ): Promise<string> {
    const { safe, clock } = this.#options;
    if (row.kind === 'consent') {
      return this.#consentUrl(connect, row);
    }
    const tenantId = row.tenant_id;
    const state = await this.#newState(row);
    try {
      const { url, verifier } = await new ReaderSignIn(
        connect,
        tenantId,
        clock,
      ).begin({ ...this.#readerRequest(connect, row), state });
      await safe!.keep(placeOfVerifier(tenantId, row.id), verifier);
      return url;
    } catch (error) {
      const { message, action } = this.#explain(error, tenantId);
      throw new InputError(`${message} ${action}`);
    }
  }

  /** The verifier of a sign-in, which is gone by that. */
  async #verifierOf(
    row: Pick<ConnectRequestRow, 'id' | 'tenant_id' | 'kind'> | undefined,
  ): Promise<string | null> {
    const { safe } = this.#options;
    if (row?.kind !== 'reader' || !safe) {
      return null;
    }
    const place = placeOfVerifier(row.tenant_id, row.id);
    // One that does not open is none.
    const verifier = await safe.read(place).catch(() => null);
    await safe.forget(place);
    return verifier;
  }

  /** Keeps who signed in, where the tenant answers in their name and is the one that was asked for. */
  async #takeReader(
    row: ConnectRequestRow,
    code: string,
    codeVerifier: string | null,
  ): Promise<Problem | null> {
    const { safe, clock, connections, config } = this.#options;
    const connect = this.#connect();
    const tenantId = row.tenant_id;
    const place = placeOfReader(tenantId);
    try {
      if (!safe || codeVerifier === null) {
        throw new SealedSecretError(safe ? 'missing' : 'no-key');
      }
      const signIn = new ReaderSignIn(connect, tenantId, clock);
      const request = this.#readerRequest(connect, row);
      let cache = await signIn.redeem({ ...request, code, codeVerifier });
      if (cache === null) {
        throw new WrongTenantError('unknown');
      }
      const problem = await this.#tryToRead(tenantId, {
        read: async () => cache,
        replace: async next => {
          cache = next;
        },
      });
      if (problem) {
        return problem;
      }
      await safe.keep(place, cache);
    } catch (error) {
      return this.#explain(error, tenantId);
    }
    const actor = { kind: 'user', ref: row.asked_by } as const;
    const again = config.tenants.some(one => one.tenantId === tenantId);
    await this.#connectAs(row);
    const kind = await readPortalConnectionKind(this.#options.knex, tenantId);
    if (kind !== 'reader') {
      // Somebody else was faster, in another way.
      await safe.forget(place);
      return null;
    }
    await connections.record(tenantId, {
      actor,
      kind: again ? 'reader-signed-in-again' : 'reader-signed-in',
      outcome: 'done',
      details: {},
    });
    if (again) {
      await this.#options.readNow(tenantId);
    }
    return null;
  }

  /** Connects the tenant, unless it is. */
  async #connectAs(row: ConnectRequestRow): Promise<void> {
    await this.#options.connections.connectInPortal(
      {
        tenantId: row.tenant_id,
        contact: row.contact,
        switchedOff: JSON.parse(row.switched_off),
        kind: row.kind,
      },
      { kind: 'user', ref: row.asked_by },
    );
  }

  async #newState({ id }: Pick<ConnectRequestRow, 'id'>): Promise<string> {
    const { knex, clock } = this.#options;
    const state = secret();
    const until = new Date(clock.now().getTime() + STATE_MS);
    await saveState(knex, id, state, until);
    return state;
  }

  /** Every address has a state of its own: 32 random bytes, good once and for ten minutes. */
  async #consentUrl(
    { signInAddress, clientId }: ConnectConfig,
    { id, tenant_id }: Pick<ConnectRequestRow, 'id' | 'tenant_id'>,
  ): Promise<string> {
    const state = await this.#newState({ id });
    return adminConsentUrl({
      signInAddress,
      tenantId: tenant_id,
      clientId,
      answer: { redirectUri: this.#redirectUri, state },
    });
  }

  #refusalOf(
    query: QueryOf<'answerConsent'>,
    tenantId: string,
  ): Problem | null {
    const { tenant, error, error_description: description = '' } = query;
    if (error === undefined) {
      const isOther = tenant !== undefined && tenant.toLowerCase() !== tenantId;
      return isOther
        ? this.#explain(new WrongTenantError('unknown'), tenantId)
        : null;
    }
    const [, number = error === 'access_denied' ? DECLINED : null] =
      /AADSTS(\d+)/.exec(description) ?? [];
    return this.#explain(
      new SignInError(
        'consent',
        number === null ? null : Number(number),
        false,
      ),
      tenantId,
    );
  }

  /** Null where the tenant answers, and is the one that was asked for. */
  async #tryToRead(
    tenantId: string,
    kept: KeptSecret | null = null,
  ): Promise<Problem | null> {
    const { config, clock } = this.#options;
    const connect = this.#connect();
    const kind = kept ? 'reader' : 'consent';
    const settings = {
      tenantId,
      contact: null,
      switchedOff: [],
      kind,
    } as const;
    const source = graphSourceOf(
      portalTenantOf(connect, settings, kept),
      config,
      clock,
    );
    for (let tries = 1; ; tries += 1) {
      try {
        const signal = AbortSignal.timeout(PATIENCE_MS);
        await askOnce(source, organization, { signal });
        return null;
      } catch (error) {
        const problem = this.#explain(error, tenantId);
        if (tries === TRIES || !mayPass.has(problem.code)) {
          return problem;
        }
        await clock.sleep(TRY_AFTER_MS);
      }
    }
  }

  #explain(error: unknown, tenantId: string): Problem {
    const { clientId } = this.#connect();
    return explain(error, { tenantId, clientId, collector: null }).problem;
  }

  async #end(
    row: ConnectRequestRow,
    problem: Problem,
    outcome: 'refused' | 'failed',
  ): Promise<PageAnswer> {
    const { connections, knex, clock } = this.#options;
    const at = clock.now();
    if (await endConnectRequest(knex, row.id, { outcome, at, problem })) {
      await connections.record(row.tenant_id, {
        actor: { kind: 'system' },
        kind: 'consent-refused',
        outcome: 'failed',
        details: { problem: problem.code },
      });
    }
    return {
      html: answerPage(outcome, problem),
      status: 200,
      outcome,
      tenantId: row.tenant_id,
    };
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function toRequest(row: ConnectRequestRow, now: Date): ConnectRequest {
  const expiresAt = toDate(row.expires_at);
  const open = expiresAt <= now ? 'expired' : 'waiting';
  return {
    id: row.id,
    tenant: row.tenant_id,
    kind: row.kind,
    state: row.outcome ?? open,
    handedOn: Boolean(row.handed_on),
    askedBy: row.asked_by,
    askedAt: toDate(row.asked_at).toISOString(),
    expiresAt: expiresAt.toISOString(),
    endedAt: toDateOrNull(row.ended_at)?.toISOString() ?? null,
    problem: row.problem === null ? null : JSON.parse(row.problem),
  };
}

/** The page of the enterprise application, where its administrator can remove it; only Microsoft's own has one. */
function enterpriseApplicationUrl(
  connect: ConnectConfig | null,
): string | null {
  const portals: Record<string, string> = {
    [signInAddresses.global]: 'https://entra.microsoft.com',
    [signInAddresses.usGovernment]: 'https://entra.microsoft.us',
    [signInAddresses.china]: 'https://entra.microsoftonline.cn',
  };
  const portal = connect && portals[connect.signInAddress];
  return portal
    ? `${portal}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`
    : null;
}
