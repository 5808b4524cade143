import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  adminConsentUrl,
  signInAddresses,
  type Connect,
  type ConnectionSettings,
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
import type { ConnectConfig, EntraMfaConfig } from '../../config/types';
import {
  canBeSwitchedOff,
  switchable,
  wronglyOff,
} from '../../connections/canBeSwitchedOff';
import type { Connections } from '../../connections/Connections';
import { refuseForgotten } from '../../connections/Forgettings';
import { SignInError, WrongTenantError } from '../../graph/errors';
import { explain } from '../../graph/explain';
import { signInProblems } from '../../problems/signInProblems';
import { tell } from '../../problems/tell';
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
      dataSets: collectors
        .filter(({ source }) => source === 'graph')
        .map(collector => ({
          id: collector.id,
          title: collector.title,
          why: collector.why,
          permission: collector.permission,
          licence: collector.licence,
          needed: !canBeSwitchedOff(collector),
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
    this.#refuseConnected(tenantId, config);
    refuseForgotten(await readForgetting(knex, tenantId));
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
        switched_off: JSON.stringify(body.switchedOff),
      },
      link,
    );
    const url = link
      ? `${this.#options.address}/v1/connect/links/${link}`
      : await this.#consentUrl(connect, { id, tenant_id: tenantId });
    await connections.askedInPortal(tenantId, body.handOn, {
      kind: 'user',
      ref: userRef,
    });
    const row = await readConnectRequest(knex, id);
    return { request: toRequest(row!, now), url };
  }

  /** Takes a request back. */
  async withdraw(id: string): Promise<ConnectRequest> {
    const { knex, clock } = this.#options;
    const now = clock.now();
    await endConnectRequest(knex, id, { outcome: 'withdrawn', at: now });
    const row = await readConnectRequest(knex, id);
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
      ? { redirect: await this.#consentUrl(connect, row) }
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
    const problem = refused ?? (await this.#tryToRead(tenantId));
    if (problem) {
      return this.#end(row, problem, refused ? 'refused' : 'failed');
    }
    const { connections } = this.#options;
    await connections.connectInPortal(
      {
        tenantId,
        contact: row.contact,
        switchedOff: JSON.parse(row.switched_off),
      },
      { kind: 'user', ref: row.asked_by },
    );
    await endConnectRequest(knex, row.id, {
      outcome: 'granted',
      at: clock.now(),
    });
    await this.#options.changed();
    return {
      html: answerPage('granted'),
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

  #refuseConnected(tenantId: string, { tenants }: EntraMfaConfig): void {
    const found = tenants.find(one => one.tenantId === tenantId);
    if (found) {
      throw new ConflictError(
        found.origin === 'portal'
          ? `Tenant ${tenantId} is connected already`
          : `Tenant ${tenantId} is connected already, by entraMfa.tenants`,
      );
    }
  }

  /** Every address has a state of its own: 32 random bytes, good once and for ten minutes. */
  async #consentUrl(
    { signInAddress, clientId }: ConnectConfig,
    { id, tenant_id }: Pick<ConnectRequestRow, 'id' | 'tenant_id'>,
  ): Promise<string> {
    const { knex, clock } = this.#options;
    const state = secret();
    const until = new Date(clock.now().getTime() + STATE_MS);
    await saveState(knex, id, state, until);
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
    const { clientId } = this.#connect();
    const other =
      query.tenant !== undefined && query.tenant.toLowerCase() !== tenantId;
    if (query.error === undefined && !other) {
      return null;
    }
    if (query.error === undefined) {
      return this.#explain(new WrongTenantError('unknown'), tenantId);
    }
    const [, number] = /AADSTS(\d+)/.exec(query.error_description ?? '') ?? [];
    if (number === undefined && query.error === 'access_denied') {
      const advice = tell(signInProblems.consentDeclined, { tenantId });
      return { ...advice, dataSet: null, since: null };
    }
    return explain(
      new SignInError('consent', number ? Number(number) : null, false),
      { tenantId, clientId, collector: null },
    ).problem;
  }

  /** Null where the tenant answers, and is the one that was asked for. */
  async #tryToRead(tenantId: string): Promise<Problem | null> {
    const { config, clock } = this.#options;
    const connect = this.#connect();
    const settings = { tenantId, contact: null, switchedOff: [] };
    const source = graphSourceOf(
      portalTenantOf(connect, settings),
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
