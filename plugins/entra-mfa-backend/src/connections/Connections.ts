import { ConflictError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ConnectionOrigin,
  ConnectionState,
  Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { Collector } from '../collectors/types';
import { portalTenantOf } from '../config/portalTenantOf';
import type { EntraMfaConfig, TenantConfig } from '../config/types';
import { kindOf } from '../problems/SyncFailedError';
import { readNewestNumber, readSnapshot } from '../store/asOf/readSnapshot';
import {
  appendEvent,
  type Actor,
  type TrailEntry,
} from '../store/connections/appendEvent';
import {
  closeEpisode,
  openEpisode,
  readOpenEpisodes,
  updateEpisode,
} from '../store/connections/episodes';
import {
  isOpen,
  readForgetting,
  updateForgetting,
} from '../store/connections/forgetting';
import {
  ensureConnection,
  holdConnection,
  updateConnection,
} from '../store/connections/holdConnection';
import {
  endPortalConnection,
  insertPortalConnection,
  isConnectedInPortal,
  readPortalConnectionKind,
  updatePortalConnection,
  type PortalConnection,
  type PortalConnectionChange,
} from '../store/connections/portalConnections';
import { deleteSealedSecrets } from '../store/connections/sealedSecrets';
import { readConnections } from '../store/connections/readConnections';
import {
  readEndedRuns,
  readNewestEnded,
} from '../store/connections/readEndedRuns';
import type { RunWithCollectors } from '../store/read/readRuns';
import { moveFreshUntil } from '../store/controls/freshness';
import { toDate, toDateOrNull } from '../store/sql/instant';
import type { ConnectionRow } from '../store/sql/tables';
import { afterRun, type Happened } from './afterRun';
import { credentialOf } from './credentialOf';
import { refuseForgotten } from './Forgettings';
import { staleCauses } from './staleCauses';

const system: Actor = { kind: 'system' };

/** What the connections are followed with. */
export interface ConnectionsOptions {
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  config: Pick<
    EntraMfaConfig,
    'tenants' | 'connect' | 'staleAfterSeconds' | 'reportStaleAfterSeconds'
  >;
  /** Every data set that is read. */
  collectors: readonly Collector[];
  /** Hears of each run that ended, once. */
  ended?(tenantId: string, run: RunWithCollectors): void;
}

/** What asked that a tenant is connected in the portal. */
export interface ConnectingRequest {
  /** Ends it, in the transaction that connects. Returns whether it was awaited. */
  take(trx: Knex.Transaction, at: Date): Promise<boolean>;
  /** Keeps what the connection is read with. */
  keep?(trx: Knex.Transaction): Promise<void>;
}

/** A secret that takes the place of another one. */
export interface NewSecret {
  endsAt: Date | null;
  /** Keeps it, sealed. */
  keep(trx: Knex.Transaction): Promise<void>;
}

/** What came of it. */
export interface Connected {
  kind: PortalConnection['kind'];
  isNew: boolean;
}

/**
 * Follows connections: compares what is configured, what runs have done and how old figures are with what was
 * known, and writes what is new into the trail and the episodes. Each look is one transaction that holds the
 * connection, so several replicas write nothing twice; one that fails is made up for by the next.
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  #begun = false;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** Looks at the configuration, once: while replicas with another one are replaced, they must not argue. */
  async begin(): Promise<void> {
    const { knex, config } = this.#options;
    const read = new Set<string>();
    for (const tenant of config.tenants) {
      read.add(tenant.tenantId);
      await ensureConnection(knex, tenant.tenantId);
      await this.#held(tenant.tenantId, system, async look => {
        await stopForgetting(look);
        await connect(look, tenant);
      });
    }
    for (const { tenant_id } of await readConnections(knex)) {
      if (!read.has(tenant_id)) {
        await this.#held(tenant_id, system, async look => {
          // Another replica may have connected it since this one has looked.
          const inPortal = await isConnectedInPortal(look.trx, tenant_id);
          if (!inPortal || config.connect === null) {
            await disconnect(look);
          }
        });
      }
    }
    this.#begun = true;
  }

  /** Puts on record that somebody asks for consent. */
  async askedInPortal(
    tenantId: string,
    handedOn: boolean,
    actor: Actor,
  ): Promise<void> {
    await ensureConnection(this.#options.knex, tenantId);
    await this.record(tenantId, {
      actor,
      kind: 'consent-asked',
      outcome: 'done',
      details: { handedOn },
    });
  }

  /**
   * Connects a tenant in the portal. Of two who do it at once, the first decides how it is read.
   *
   * @param request - whoever takes it connects, once; where it was withdrawn meanwhile, nobody does
   * @returns how it is read, and whether it was so before; null where nobody connects any more
   */
  async connectInPortal(
    connection: Omit<PortalConnection, 'connectedAt' | 'credentialAt'>,
    actor: Actor,
    request: ConnectingRequest,
  ): Promise<Connected | null> {
    const { knex, config } = this.#options;
    const { tenantId } = connection;
    await ensureConnection(knex, tenantId);
    let connected: Connected | null = null;
    await this.#held(tenantId, actor, async look => {
      const { trx, at } = look;
      if (!(await request.take(trx, at))) {
        return;
      }
      const before = await readPortalConnectionKind(trx, tenantId);
      if (before === null) {
        refuseForgotten(await readForgetting(trx, tenantId));
        await insertPortalConnection(trx, {
          ...connection,
          connectedAt: at,
          credentialAt: connection.clientId === null ? null : at,
        });
        await connect(look, portalTenantOf(config.connect!, connection, null));
      }
      const kind = before ?? connection.kind;
      // Who signs in again takes the place of who did before.
      if (before === null || (kind === 'reader' && connection.kind === kind)) {
        await request.keep?.(trx);
      }
      connected = { kind, isNew: before === null };
    });
    return connected;
  }

  /**
   * Changes how a tenant is read that is connected in the portal.
   *
   * @param secret - another one of its own application: when it ends, and what keeps it
   */
  async changeInPortal(
    tenant: TenantConfig,
    change: Pick<PortalConnectionChange, 'contact' | 'switchedOff'>,
    actor: Actor,
    secret: NewSecret | null = null,
  ): Promise<void> {
    await this.#held(tenant.tenantId, actor, async look => {
      const { contact, switchedOff = tenant.switchedOff } = change;
      if (!(await isConnectedInPortal(look.trx, tenant.tenantId))) {
        throw new ConflictError(
          `Tenant ${tenant.tenantId} was disconnected meanwhile`,
        );
      }
      await updatePortalConnection(look.trx, tenant.tenantId, {
        ...change,
        ...(secret && { secretEndsAt: secret.endsAt, credentialAt: look.at }),
      });
      if (secret) {
        await secret.keep(look.trx);
        await tell(look, {
          kind: 'credential-changed',
          outcome: 'done',
          details: {
            credential: 'sealed-secret',
            clientId: tenant.clientId,
            endsAt: secret.endsAt?.toISOString() ?? null,
          },
        });
      }
      if (contact !== undefined && contact !== (tenant.contact ?? null)) {
        await tell(look, {
          kind: 'settings-changed',
          outcome: 'done',
          details: { contact },
        });
      }
      await connect(look, { ...tenant, switchedOff });
    });
  }

  /** Ends the connection to a tenant that was connected in the portal. Returns whether there was one. */
  async disconnectInPortal(tenantId: string, actor: Actor): Promise<boolean> {
    let ended = false;
    await this.#held(tenantId, actor, async look => {
      ended = await endPortalConnection(look.trx, tenantId, look.at);
      if (ended) {
        await deleteSealedSecrets(look.trx, tenantId);
        await disconnect(look, 'portal');
      }
    });
    return ended;
  }

  /** Looks at every connection. What fails is told in the log, and tried at the next look. */
  async lookAtAll(): Promise<void> {
    for (const { tenantId } of this.#options.config.tenants) {
      await this.look(tenantId);
    }
  }

  /** Every tenant that is or was connected. */
  async tenantIds(): Promise<string[]> {
    const rows = await readConnections(this.#options.knex);
    return rows.map(({ tenant_id }) => tenant_id);
  }

  /** Looks at a connection, after a run or by the clock. It never throws: no sync fails by its trail. */
  async look(tenantId: string): Promise<void> {
    const { logger } = this.#options;
    try {
      if (!this.#begun) {
        await this.begin();
      }
      let ended: RunWithCollectors[] = [];
      await this.#held(tenantId, system, async look => {
        ended = await followRuns(look);
        await followAge(look);
      });
      ended.forEach(run => this.#options.ended?.(tenantId, run));
    } catch (error) {
      logger.warn(
        `The state of the connection to tenant ${tenantId} could not be kept (${kindOf(
          error,
        )}); it is tried again. Check that the database of this portal is well.`,
      );
    }
  }

  /** Puts into the trail what somebody did. It never throws: what was done is done. */
  async record(tenantId: string, entry: Omit<TrailEntry, 'at'>): Promise<void> {
    const { knex, clock, logger } = this.#options;
    try {
      await knex.transaction(trx =>
        appendEvent(trx, tenantId, { ...entry, at: clock.now() }),
      );
    } catch (error) {
      logger.warn(
        `'${
          entry.kind
        }' could not be put into the audit trail of tenant ${tenantId} (${kindOf(
          error,
        )}); the portal's auditor has it.`,
      );
    }
  }

  async #held(
    tenantId: string,
    actor: Actor,
    act: (look: Look) => Promise<void>,
  ): Promise<void> {
    const { knex, clock } = this.#options;
    await knex.transaction(async trx => {
      const known = await holdConnection(trx, tenantId);
      if (known) {
        const at = clock.now();
        await act({ ...this.#options, trx, tenantId, actor, known, at });
      }
    });
  }
}

/** One look at one connection, which nobody else looks at meanwhile. */
interface Look extends Pick<ConnectionsOptions, 'collectors' | 'config'> {
  trx: Knex.Transaction;
  tenantId: string;
  /** Who does what it finds done. */
  actor: Actor;
  known: ConnectionRow;
  at: Date;
}

async function tell(
  { trx, tenantId, at, actor }: Look,
  happened: Happened,
): Promise<void> {
  await appendEvent(trx, tenantId, { ...happened, at, actor });
}

/** What the configuration names is wanted: what waits to be forgotten stays. What has begun goes on. */
async function stopForgetting(look: Look): Promise<void> {
  const { trx, tenantId, at } = look;
  const row = await readForgetting(trx, tenantId);
  if (isOpen(row) && row!.begun_at === null) {
    await updateForgetting(trx, tenantId, { stopped_at: at });
    await tell(look, {
      kind: 'forgetting-stopped',
      outcome: 'done',
      details: {},
    });
  }
}

/** Ends what is open and begins another state, unless it is in that state: then only why may be another. */
async function moveTo(
  { trx, tenantId, at }: Look,
  state: ConnectionState,
  problems: readonly Problem[] = [],
): Promise<void> {
  const open = await readOpenEpisodes(trx, tenantId);
  const current = open.find(episode => episode.state !== 'stale');
  if (current?.state === state) {
    if (current.problems !== JSON.stringify(problems)) {
      await updateEpisode(trx, current, problems);
    }
    return;
  }
  for (const episode of open) {
    if (episode === current || state === 'disconnected') {
      await closeEpisode(trx, episode, at);
    }
  }
  await openEpisode(trx, tenantId, { state, at, problems });
}

async function isDisconnected({ trx, tenantId }: Look): Promise<boolean> {
  const open = await readOpenEpisodes(trx, tenantId);
  return open.some(({ state }) => state === 'disconnected');
}

async function connect(look: Look, tenant: TenantConfig): Promise<void> {
  const { trx, tenantId, known, collectors } = look;
  const { kind, clientId } = credentialOf(tenant);
  const dataSets: string[] = collectors
    .map(({ id }) => id)
    .filter(id => !tenant.switchedOff?.includes(id))
    .sort();
  const isNew = known.last_episode === 0;
  const details = { credential: kind, clientId };
  if (isNew || (await isDisconnected(look))) {
    const newest = await readNewestEnded(trx, tenantId);
    await updateConnection(trx, tenantId, {
      // What an earlier version read before there was a trail: its last run alone says how it is.
      last_run: newest ? newest.run - (isNew ? 1 : 0) : 0,
      last_run_ended_at: isNew ? null : newest?.ended_at ?? null,
    });
    await tell(look, {
      kind: isNew ? 'connected' : 'connected-again',
      outcome: 'done',
      details: { ...details, origin: tenant.origin ?? 'config', dataSets },
    });
    await moveTo(look, 'connecting');
  }
  const hasOtherCredential =
    known.client_id !== clientId || known.credential !== kind;
  if (!isNew && hasOtherCredential) {
    await tell(look, {
      kind: 'credential-changed',
      outcome: 'done',
      details: {
        ...details,
        clientIdBefore: known.client_id,
        credentialBefore: known.credential,
      },
    });
  }
  const before: string[] = JSON.parse(known.data_sets ?? '[]');
  const added = dataSets.filter(id => !before.includes(id));
  const removed = before.filter(id => !dataSets.includes(id));
  if (!isNew && added.length + removed.length > 0) {
    await tell(look, {
      kind: 'data-sets-changed',
      outcome: 'done',
      details: { added, removed },
    });
  }
  await updateConnection(trx, tenantId, {
    client_id: clientId,
    credential: kind,
    data_sets: JSON.stringify(dataSets),
  });
}

async function disconnect(
  look: Look,
  origin: ConnectionOrigin = 'config',
): Promise<void> {
  if (look.known.last_episode > 0 && !(await isDisconnected(look))) {
    await tell(look, {
      kind: 'disconnected',
      outcome: 'done',
      details: { origin },
    });
    await moveTo(look, 'disconnected');
    // Nothing is read any more that could show that a control is met.
    const { trx, tenantId, at } = look;
    await moveFreshUntil(trx, tenantId, { to: at, now: at });
  }
}

/** Each end of a run is told once. A run that failed and was gone on with has another end later. */
async function followRuns(look: Look): Promise<RunWithCollectors[]> {
  const { trx, tenantId, known, collectors } = look;
  const lastEnd = toDateOrNull(known.last_run_ended_at)?.getTime();
  const ended = (await readEndedRuns(trx, tenantId, known.last_run)).filter(
    ({ run }) =>
      run.run > known.last_run ||
      (lastEnd !== undefined && toDate(run.ended_at!).getTime() !== lastEnd),
  );
  if (ended.length === 0 || (await isDisconnected(look))) {
    return [];
  }
  let refused: string[] = JSON.parse(known.refused ?? '[]');
  const open = await readOpenEpisodes(trx, tenantId);
  let at = new Date(
    Math.max(...open.map(episode => toDate(episode.began_at).getTime())),
  );
  for (const run of ended) {
    // When it ended, which may be a while ago: as far as clocks agree, after what is told already.
    const end = toDate(run.run.ended_at!);
    at = end > look.at ? look.at : new Date(Math.max(+end, +at));
    const then = { ...look, at };
    const after = afterRun(run, collectors, refused);
    for (const happened of after.happened) {
      await tell(then, happened);
    }
    if (after.state) {
      await moveTo(then, after.state, after.problems);
    }
    refused = after.refused;
  }
  const { run } = ended[ended.length - 1];
  await updateConnection(trx, tenantId, {
    last_run: run.run,
    last_run_ended_at: run.ended_at,
    refused: JSON.stringify(refused),
  });
  return ended;
}

async function followAge(look: Look): Promise<void> {
  const { trx, tenantId, config, at } = look;
  const open = await readOpenEpisodes(trx, tenantId);
  if (!open.some(({ state }) => state !== 'disconnected')) {
    return;
  }
  const stale = open.find(({ state }) => state === 'stale');
  const newest = await readNewestNumber(trx, tenantId);
  const snapshot =
    newest === 0 ? null : await readSnapshot(trx, tenantId, newest);
  const causes = staleCauses(config, snapshot, at);
  if (causes.length > 0 && !stale) {
    await tell(look, {
      kind: 'stale-began',
      outcome: 'done',
      details: { causes, readAt: snapshot?.readAt?.toISOString() ?? null },
    });
    await openEpisode(trx, tenantId, { state: 'stale', at, problems: [] });
  }
  if (causes.length === 0 && stale) {
    await tell(look, { kind: 'stale-ended', outcome: 'done', details: {} });
    await closeEpisode(trx, stale, at);
  }
}
