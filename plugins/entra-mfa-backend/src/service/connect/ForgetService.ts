import { InputError, NotAllowedError } from '@backstage/errors';
import type {
  Forgetting,
  TenantForgetting,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { isSameUser } from '../../assess/exceptions/fitsActor';
import { refuseUnidentified } from '../../assess/exceptions/refusals';
import type { EntraMfaConfig } from '../../config/types';
import type { Forgettings } from '../../connections/Forgettings';
import { readNewestNumber, readSnapshot } from '../../store/asOf/readSnapshot';
import { readForgetting } from '../../store/connections/forgetting';
import { readTenantNames } from '../../store/read/readTenantNames';
import { toDate, toDateOrNull } from '../../store/sql/instant';
import type { ForgettingRow } from '../../store/sql/tables';
import { requireConnection } from '../connections/requireConnection';
import { readActors } from '../exceptions/readActors';
import { throwRefusal } from '../exceptions/throwRefusal';
import type { BodyOf } from '../types';

/** What requests to forget a tenant are answered with. */
export interface ForgetServiceOptions {
  knex: Knex;
  config: Pick<EntraMfaConfig, 'tenants' | 'fourEyes'>;
  forgettings: Forgettings;
}

/** Has tenants forgotten: asked for by one, approved by another, stopped by anybody who may. */
export class ForgetService {
  readonly #options: ForgetServiceOptions;

  constructor(options: ForgetServiceOptions) {
    this.#options = options;
  }

  async get(tenant: string, userRef: string | null): Promise<TenantForgetting> {
    const tenantId = await requireConnection(this.#options.knex, tenant);
    return this.#tell(tenantId, userRef);
  }

  async ask(
    tenant: string,
    { name, reason }: BodyOf<'askForgetting'>,
    userRef: string,
  ): Promise<TenantForgetting> {
    const { knex, forgettings } = this.#options;
    const tenantId = await requireConnection(knex, tenant);
    const known = await this.#nameOf(tenantId);
    if (name !== known) {
      throw new InputError(
        `Parameter 'name' is wrong: type in the name of the tenant as it stands on the page`,
      );
    }
    await forgettings.ask(tenantId, { reason, userRef });
    return this.#tell(tenantId, userRef);
  }

  async approve(
    tenant: string,
    { askedAt }: BodyOf<'approveForgetting'>,
    userRef: string,
  ): Promise<TenantForgetting> {
    const { knex, forgettings } = this.#options;
    const tenantId = await requireConnection(knex, tenant);
    const row = await readForgetting(knex, tenantId);
    if (row) {
      await this.#requireSecondPerson(tenantId, userRef, row.asked_by);
    }
    await forgettings.approve(tenantId, {
      askedAt: new Date(askedAt),
      userRef,
    });
    return this.#tell(tenantId, userRef);
  }

  async stop(tenant: string, userRef: string): Promise<TenantForgetting> {
    const { knex, forgettings } = this.#options;
    const tenantId = await requireConnection(knex, tenant);
    await forgettings.stop(tenantId, userRef);
    return this.#tell(tenantId, userRef);
  }

  /** Two users may be one person, who is known to any of the directories: that of the tenant, or one that is read. */
  async #requireSecondPerson(
    tenantId: string,
    userRef: string,
    askedBy: string,
  ): Promise<void> {
    const { knex, config } = this.#options;
    let isKnown = false;
    let isAskerKnown = false;
    let isSame = userRef === askedBy;
    for (const id of [
      tenantId,
      ...config.tenants.map(tenant => tenant.tenantId),
    ]) {
      const number = await readNewestNumber(knex, id);
      const snapshot = await readSnapshot(knex, id, number);
      if (snapshot) {
        const view = { tenantId: id, snapshot: number, newest: false };
        const refs = [userRef, askedBy];
        const actors = await readActors(knex, { snapshot, view }, refs);
        const actor = actors.get(userRef)!;
        const asker = actors.get(askedBy)!;
        isKnown ||= actor.isKnown;
        isAskerKnown ||= asker.isKnown;
        isSame ||= isSameUser(actor, asker);
      }
    }
    if (isSame) {
      throw new NotAllowedError(
        'You asked for it yourself: somebody else has to approve it, but you can stop it',
      );
    }
    if (!config.fourEyes.unidentifiedMayDecide) {
      throwRefusal(isKnown ? null : refuseUnidentified);
      if (!isAskerKnown) {
        throw new NotAllowedError(
          'Nobody can tell who asked for it: no directory has such a person, so it may be you. You can stop it; it can be asked for again by a User who is joined to a directory',
        );
      }
    }
  }

  async #nameOf(tenantId: string): Promise<string> {
    const names = await readTenantNames(this.#options.knex, [tenantId]);
    return names.get(tenantId) ?? tenantId;
  }

  async #tell(
    tenantId: string,
    userRef: string | null,
  ): Promise<TenantForgetting> {
    const row = await readForgetting(this.#options.knex, tenantId);
    return {
      tenant: tenantId,
      name: await this.#nameOf(tenantId),
      forgetting: row ? toForgetting(row) : null,
      own: row !== undefined && row.asked_by === userRef,
    };
  }
}

function toForgetting(row: ForgettingRow): Forgetting {
  const iso = (value: ForgettingRow['due_at']) =>
    toDateOrNull(value)?.toISOString() ?? null;
  return {
    state: stateOf(row),
    askedBy: row.asked_by,
    askedAt: toDate(row.asked_at).toISOString(),
    reason: row.reason,
    approvedBy: row.approved_by,
    approvedAt: iso(row.approved_at),
    dueAt: iso(row.due_at),
    stoppedBy: row.stopped_by,
    stoppedAt: iso(row.stopped_at),
    doneAt: iso(row.done_at),
  };
}

function stateOf(row: ForgettingRow): Forgetting['state'] {
  if (row.done_at !== null) return 'done';
  if (row.stopped_at !== null) return 'stopped';
  if (row.begun_at !== null) return 'under-way';
  return row.approved_at === null ? 'asked' : 'approved';
}
