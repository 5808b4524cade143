import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  adminConsentUrl,
  type Connect,
  type ConnectionSettings,
  type ConnectKind,
  type ConnectRequest,
  type ConnectStarted,
  type Disconnected,
  type Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { randomBytes } from 'node:crypto';
import { portalTenantOf } from '../../config/portalTenantOf';
import type {
  ConnectConfig,
  EntraMfaConfig,
  TenantConfig,
} from '../../config/types';
import {
  canBeSwitchedOff,
  switchable,
  wronglyOff,
} from '../../connections/canBeSwitchedOff';
import type {
  Connected,
  ConnectingRequest,
} from '../../connections/Connections';
import { refuseForgotten } from '../../connections/Forgettings';
import {
  endConnectRequest,
  insertConnectRequest,
  readConnectRequest,
  readConnectRequests,
  readRequestOfLink,
  takeState,
} from '../../store/connections/connectRequests';
import { readForgetting } from '../../store/connections/forgetting';
import type { ConnectRequestRow } from '../../store/sql/tables';
import type { BodyOf, QueryOf } from '../types';
import { answerPage } from './answerPage';
import { enterpriseApplicationUrl } from './enterpriseApplicationUrl';
import { lookUpTenant } from './lookUpTenant';
import { OwnApplications, type OwnApplication } from './OwnApplications';
import { Readers } from './Readers';
import { refusalOf } from './refusalOf';
import { newSecret, newState, STATE_MS, toRequest } from './requests';
import { tryToRead } from './tryToRead';
import type { ConnectServiceOptions, PageAnswer } from './types';

const LINK_MS = 7 * 24 * 3_600_000;
const SHOWN_MS = 7 * 24 * 3_600_000;

/** Of a tenant that is read by the portal's application. */
const noApplication = { clientId: null, secretEndsAt: null };

/** Connects tenants in the portal, changes such connections and ends them. */
export class ConnectService {
  readonly #options: ConnectServiceOptions;
  readonly #readers: Readers;
  readonly #own: OwnApplications;

  constructor(options: ConnectServiceOptions) {
    this.#options = options;
    this.#readers = new Readers(options, this.#redirectUri);
    this.#own = new OwnApplications(options);
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
    const own = this.#own.of(body);
    const tenantId = await lookUpTenant(connect, clock, body.tenant);
    refuseForgotten(await readForgetting(knex, tenantId));
    const isReader = body.kind === 'reader';
    const known = this.#refuseConnected(tenantId, config, body.kind);
    if (isReader) {
      await this.#readers.require(body.handOn);
    }
    const now = clock.now();
    const id = randomBytes(12).toString('hex');
    const link = body.handOn ? newSecret() : null;
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
          ...(isReader ? this.#readers.notRead() : []),
        ]),
        kind: body.kind,
      },
      link,
    );
    const row = (await readConnectRequest(knex, id))!;
    if (own) {
      await this.#connectOwn(connect, row, own);
      const ended = (await readConnectRequest(knex, id))!;
      return { request: toRequest(ended, now), url: null };
    }
    const url = link
      ? `${this.#options.address}/v1/connect/links/${link}`
      : await this.#addressOf(connect, row);
    await connections.askedInPortal(tenantId, body.handOn, {
      kind: 'user',
      ref: userRef,
    });
    return { request: toRequest(row, now), url };
  }

  /** Connects a tenant by its own application at once, or ends the request with what went wrong. */
  async #connectOwn(
    connect: ConnectConfig,
    row: ConnectRequestRow,
    own: OwnApplication,
  ): Promise<void> {
    const { knex, clock } = this.#options;
    const tenantId = row.tenant_id;
    const tenant = this.#own.tenantOf(connect, tenantId, own);
    const problem = await tryToRead(this.#options, tenant, 1);
    if (problem) {
      const at = clock.now();
      await endConnectRequest(knex, row.id, { outcome: 'failed', at, problem });
      return;
    }
    await this.#connectAs(row, await this.#own.seal(tenantId, own), own);
    await this.#connected(tenantId);
  }

  /** Has this replica read it, at once also where it was read before. */
  async #connected(tenantId: string): Promise<void> {
    await this.#options.changed();
    await this.#options.readNow(tenantId);
  }

  /** Takes a request back. */
  async withdraw(id: string): Promise<ConnectRequest> {
    const { knex, clock } = this.#options;
    const now = clock.now();
    await endConnectRequest(knex, id, { outcome: 'withdrawn', at: now });
    const row = await readConnectRequest(knex, id);
    await this.#readers.verifierOf(row);
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
    const connect = this.#connect();
    const { knex, clock } = this.#options;
    const row = query.state
      ? await takeState(knex, query.state, clock.now())
      : null;
    if (!row) {
      return { html: answerPage('notAwaited'), status: 410, outcome: 'over' };
    }
    const tenantId = row.tenant_id;
    const refused = refusalOf(connect, query, tenantId);
    const verifier = await this.#readers.verifierOf(row);
    if (refused) {
      return this.#end(row, refused, 'refused');
    }
    const found =
      row.kind === 'reader'
        ? await this.#readers.redeem(connect, row, {
            code: query.code ?? '',
            codeVerifier: verifier,
          })
        : await tryToRead(
            this.#options,
            portalTenantOf(
              connect,
              { ...settingsOf(row), ...noApplication },
              null,
            ),
          );
    if (found !== null && typeof found !== 'function') {
      return this.#end(row, found, 'failed');
    }
    const connected = await this.#connectAs(row, found ?? undefined);
    if (!connected) {
      // It was taken back while the tenant was asked.
      return { html: answerPage('notAwaited'), status: 410, outcome: 'over' };
    }
    if (row.kind === 'reader' && connected.kind === 'reader') {
      await this.#readers.signedIn(row, connected.isNew);
    }
    await this.#connected(tenantId);
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
    const secret = await this.#own.another(found, body);
    const { contact, switchedOff } = body;
    await connections.changeInPortal(
      found,
      { contact, switchedOff },
      { kind: 'user', ref: userRef },
      secret,
    );
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
    return this.#options.safe
      ? ['consent', 'reader', 'application']
      : ['consent'];
  }

  /** The address on which somebody consents or signs in, with a state of its own. */
  async #addressOf(
    connect: ConnectConfig,
    row: ConnectRequestRow,
  ): Promise<string> {
    return row.kind === 'reader'
      ? this.#readers.addressOf(connect, row)
      : adminConsentUrl({
          signInAddress: connect.signInAddress,
          tenantId: row.tenant_id,
          clientId: connect.clientId,
          answer: {
            redirectUri: this.#redirectUri,
            state: await newState(this.#options, row),
          },
        });
  }

  /** Connects the tenant, unless it is, or the request is not awaited any more. */
  async #connectAs(
    row: ConnectRequestRow,
    keep: ConnectingRequest['keep'],
    own: Pick<OwnApplication, 'clientId' | 'endsAt'> | null = null,
  ): Promise<Connected | null> {
    return this.#options.connections.connectInPortal(
      own
        ? {
            ...settingsOf(row),
            clientId: own.clientId,
            secretEndsAt: own.endsAt,
          }
        : { ...settingsOf(row), ...noApplication },
      { kind: 'user', ref: row.asked_by },
      {
        take: (trx, at) =>
          endConnectRequest(trx, row.id, { outcome: 'granted', at }),
        keep,
      },
    );
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

/** What a request asks for. */
function settingsOf(row: ConnectRequestRow) {
  return {
    tenantId: row.tenant_id,
    contact: row.contact,
    switchedOff: JSON.parse(row.switched_off) as string[],
    kind: row.kind,
  };
}
