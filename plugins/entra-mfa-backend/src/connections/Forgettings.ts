import { ConflictError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ConnectionOrigin,
  TrailDetails,
  TrailKind,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { EntraMfaConfig } from '../config/types';
import { kindOf } from '../problems/SyncFailedError';
import { appendEvent, type Actor } from '../store/connections/appendEvent';
import { withdrawConnectRequests } from '../store/connections/connectRequests';
import { readOpenEpisodes } from '../store/connections/episodes';
import {
  addForgotten,
  insertForgetting,
  isOpen,
  readDueForgettings,
  readForgetting,
  updateForgetting,
} from '../store/connections/forgetting';
import {
  holdConnection,
  updateConnection,
} from '../store/connections/holdConnection';
import { isConnectedInPortal } from '../store/connections/portalConnections';
import { removeTenant } from '../store/retention/removeTenant';
import { toDate } from '../store/sql/instant';
import type { ForgettingRow } from '../store/sql/tables';

/** So long it can be stopped. */
const DELAY_MS = 24 * 3_600_000;
/** So many rows are looked at in one statement. */
const ROWS = 2_000;
const system: Actor = { kind: 'system' };

/** What tenants are forgotten with. */
export interface ForgettingsOptions {
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  /** The tenants that are read. */
  config: Pick<EntraMfaConfig, 'tenants'>;
  /** How many rows at once. */
  atOnce?: number;
}

/**
 * Has everything of a tenant forgotten: asked for, approved, and a day later done, each step on the tenant's trail.
 * Each holds the connection, so that it is connected again or forgotten, and not both.
 */
export class Forgettings {
  readonly #options: ForgettingsOptions;

  constructor(options: ForgettingsOptions) {
    this.#options = options;
  }

  /** Asks for it. */
  async ask(
    tenantId: string,
    { reason, userRef }: { reason: string; userRef: string },
  ): Promise<void> {
    await this.#step(tenantId, async (trx, at, before) => {
      if (isOpen(before)) {
        throw new ConflictError(
          `Tenant ${tenantId} is to be forgotten already: ${userTold(before!)}`,
        );
      }
      const origin = await this.#requireEnded(trx, tenantId);
      await insertForgetting(trx, {
        tenant_id: tenantId,
        origin,
        asked_by: userRef,
        asked_at: at,
        reason,
      });
      // Nobody consents to what is about to be forgotten.
      await withdrawConnectRequests(trx, tenantId, at);
      await tell(trx, tenantId, at, 'forgetting-asked', userOf(userRef));
    });
  }

  /** Approves the request of a time. Who that may be is asked elsewhere. */
  async approve(
    tenantId: string,
    { askedAt, userRef }: { askedAt: Date; userRef: string },
  ): Promise<void> {
    await this.#step(tenantId, async (trx, at, before) => {
      if (
        !before ||
        !isOpen(before) ||
        before.approved_at !== null ||
        toDate(before.asked_at).getTime() !== askedAt.getTime()
      ) {
        throw new ConflictError(
          'There is nothing to approve any more: load the page again and look at what was done',
        );
      }
      await this.#requireEnded(trx, tenantId);
      const due = new Date(at.getTime() + DELAY_MS);
      await updateForgetting(trx, tenantId, {
        approved_by: userRef,
        approved_at: at,
        due_at: due,
      });
      await tell(trx, tenantId, at, 'forgetting-approved', userOf(userRef), {
        dueAt: due.toISOString(),
      });
    });
  }

  /** Stops it, as long as nothing has gone. */
  async stop(tenantId: string, userRef: string): Promise<void> {
    await this.#step(tenantId, async (trx, at, before) => {
      if (!before || !isOpen(before)) {
        throw new ConflictError(
          'There is nothing to stop: nobody has asked that this tenant is forgotten, or it was stopped or done already',
        );
      }
      if (before.begun_at !== null) {
        throw new ConflictError(
          'It has begun and cannot be stopped any more: what has gone does not come back',
        );
      }
      await updateForgetting(trx, tenantId, {
        stopped_by: userRef,
        stopped_at: at,
      });
      await tell(trx, tenantId, at, 'forgetting-stopped', userOf(userRef));
    });
  }

  /** Forgets those whose day has come. Where it is stopped, the next time goes on. */
  async carryOut(signal: AbortSignal): Promise<void> {
    const { knex, clock, logger } = this.#options;
    for (const { tenant_id } of await readDueForgettings(knex, clock.now())) {
      signal.throwIfAborted();
      try {
        if (await this.#begin(tenant_id)) {
          await this.#forget(tenant_id, signal);
        }
      } catch (error) {
        signal.throwIfAborted();
        logger.warn(
          `Tenant ${tenant_id} could not be forgotten yet (${kindOf(
            error,
          )}); it is tried again. Check that the database of this portal is well.`,
        );
      }
    }
  }

  /** From then on it cannot be stopped. One that is read again is not forgotten. */
  async #begin(tenantId: string): Promise<boolean> {
    let begins = false;
    await this.#step(tenantId, async (trx, at, row) => {
      if (!row || !isOpen(row) || row.due_at === null) {
        return;
      }
      if (row.begun_at === null && (await this.#isRead(trx, tenantId))) {
        await updateForgetting(trx, tenantId, { stopped_at: at });
        await tell(trx, tenantId, at, 'forgetting-stopped', system);
        return;
      }
      begins = true;
      await updateForgetting(trx, tenantId, { begun_at: row.begun_at ?? at });
    });
    return begins;
  }

  async #forget(tenantId: string, signal: AbortSignal): Promise<void> {
    const { knex, logger, atOnce = ROWS } = this.#options;
    for await (const removed of removeTenant(knex, tenantId, atOnce)) {
      if (removed > 0) {
        await addForgotten(knex, tenantId, removed);
      }
      signal.throwIfAborted();
    }
    await this.#step(tenantId, async (trx, at, row) => {
      await updateForgetting(trx, tenantId, { done_at: at });
      await updateConnection(trx, tenantId, {
        client_id: null,
        credential: null,
        data_sets: null,
        refused: null,
        last_run: 0,
        last_run_ended_at: null,
      });
      await tell(trx, tenantId, at, 'forgetting-done', system, {
        rows: row?.rows ?? 0,
      });
      logger.info(
        `Everything of tenant ${tenantId} was forgotten but its audit trail: ${
          row?.rows ?? 0
        } rows`,
      );
    });
  }

  async #isRead(trx: Knex, tenantId: string): Promise<boolean> {
    const { config } = this.#options;
    if (config.tenants.some(one => one.tenantId === tenantId)) {
      return true;
    }
    if (await isConnectedInPortal(trx, tenantId)) {
      return true;
    }
    const open = await readOpenEpisodes(trx, tenantId);
    return open.some(({ state }) => state !== 'disconnected');
  }

  async #requireEnded(trx: Knex, tenantId: string): Promise<ConnectionOrigin> {
    if (await this.#isRead(trx, tenantId)) {
      throw new ConflictError(
        `Tenant ${tenantId} is connected: disconnect it first, or take it out of entraMfa.tenants and restart`,
      );
    }
    const wasInPortal = await trx('portal_connection')
      .where({ tenant_id: tenantId })
      .first();
    return wasInPortal ? 'portal' : 'config';
  }

  async #step(
    tenantId: string,
    take: (
      trx: Knex.Transaction,
      at: Date,
      row: ForgettingRow | undefined,
    ) => Promise<void>,
  ): Promise<void> {
    const { knex, clock } = this.#options;
    await knex.transaction(async trx => {
      await holdConnection(trx, tenantId);
      await take(trx, clock.now(), await readForgetting(trx, tenantId));
    });
  }
}

/**
 * That the configuration names a tenant whose rows are going: they would go with what is read of it now.
 *
 * @throws Error for the first such tenant
 */
export async function refuseBegun(
  knex: Knex,
  tenants: EntraMfaConfig['tenants'],
): Promise<void> {
  for (const [index, { tenantId }] of tenants.entries()) {
    const row = await readForgetting(knex, tenantId);
    if (isOpen(row) && row!.begun_at !== null) {
      throw new Error(
        `Tenant ${tenantId} is in entraMfa.tenants[${index}], and everything of it is being forgotten. Take it out of the configuration until that is done: its audit trail tells.`,
      );
    }
  }
}

/** That a tenant cannot be connected while it is to be forgotten; where it can, nothing. */
export function refuseForgotten(row: ForgettingRow | undefined): void {
  if (isOpen(row)) {
    throw new ConflictError(
      row!.begun_at === null
        ? `Tenant ${
            row!.tenant_id
          } is to be forgotten: stop that first, in the settings of its connection`
        : `Tenant ${
            row!.tenant_id
          } is being forgotten: wait until that is done, and connect it then; its history does not come back`,
    );
  }
}

function userTold({ begun_at, approved_at }: ForgettingRow): string {
  if (begun_at !== null) {
    return 'that has begun';
  }
  return approved_at === null
    ? 'that waits for a second person'
    : 'that waits for its day';
}

function userOf(ref: string): Actor {
  return { kind: 'user', ref };
}

async function tell(
  trx: Knex.Transaction,
  tenantId: string,
  at: Date,
  kind: TrailKind,
  actor: Actor,
  details: TrailDetails = {},
): Promise<void> {
  await appendEvent(trx, tenantId, {
    at,
    actor,
    kind,
    outcome: 'done',
    details,
  });
}
