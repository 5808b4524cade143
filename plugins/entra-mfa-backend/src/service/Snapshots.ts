import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import {
  readNewestNumber,
  readSnapshot,
  readSnapshotAt,
} from '../store/asOf/readSnapshot';
import { readFirstWithPeople } from '../store/asOf/keptFrom';
import { readDisconnected } from '../store/connections/readDisconnected';
import { readFirstPublish } from '../store/run/readFirstPublish';
import type { Snapshot, SnapshotView } from '../store/asOf/types';
import { timeOf } from './timeOf';

/** Which snapshot a caller asks for. */
export interface AsOf {
  tenant?: string;
  at?: string;
  /** The snapshot of a cursor: a list is read to its end as it was at its first page. */
  snapshot?: number;
}

/** The snapshot that answers. */
export interface Found {
  snapshot: Snapshot;
  view: SnapshotView;
}

/** @throws NotFoundError before the first snapshot */
export function requirePublished(found: Found | null): Found {
  if (!found) {
    throw new NotFoundError(
      'Nothing has been read yet: wait for the first sync',
    );
  }
  return found;
}

/** Finds the snapshot that answers a request, and keeps what is read of it of one piece. */
export class Snapshots {
  readonly #knex: Knex;
  readonly #clock: EntraMfaClock;
  readonly #tenantIds: readonly string[];

  constructor(knex: Knex, clock: EntraMfaClock, tenantIds: readonly string[]) {
    this.#knex = knex;
    this.#clock = clock;
    this.#tenantIds = tenantIds;
  }

  /**
   * The tenant that is asked for, also one that is disconnected; without one the first that is read. Null where none
   * is.
   */
  async tenantOf(tenant: string): Promise<string>;
  async tenantOf(tenant: string | undefined): Promise<string | null>;
  async tenantOf(tenant: string | undefined): Promise<string | null> {
    if (tenant === undefined) {
      return this.#tenantIds[0] ?? null;
    }
    const id = tenant.toLowerCase();
    if (
      !this.#tenantIds.includes(id) &&
      (await this.disconnectedAt(id)) === null
    ) {
      throw new NotFoundError(
        'There is no such tenant here: GET /v1/tenants lists those that are configured',
      );
    }
    return id;
  }

  /** Since when nothing is read of a tenant any more; null of one that is read, and of none. */
  async disconnectedAt(tenantId: string | null): Promise<Date | null> {
    return tenantId === null || this.#tenantIds.includes(tenantId)
      ? null
      : (await readDisconnected(this.#knex)).get(tenantId) ?? null;
  }

  /**
   * The tenant that something is done about: what is read of it goes on.
   *
   * @throws ConflictError for one that is disconnected
   */
  async tenantToActOn(tenant: string): Promise<string>;
  async tenantToActOn(tenant: string | undefined): Promise<string | null>;
  async tenantToActOn(tenant: string | undefined): Promise<string | null> {
    const tenantId = await this.tenantOf(tenant);
    const since = await this.disconnectedAt(tenantId);
    if (since) {
      throw new ConflictError(
        `Tenant ${tenantId} is disconnected since ${since.toISOString()}: nothing is read of it any more, so what is known of it can be looked at and not acted on. Connect it again first.`,
      );
    }
    return tenantId;
  }

  /**
   * Reads from the snapshot that is asked for; from null before the first was published. One whose people are not
   * kept any more is refused, with since when they are.
   *
   * A snapshot that is published meanwhile moves rows out of what is true now. Then it is read again
   * as a past one, which nothing moves any more, whatever the first reading came to.
   */
  async read<T>(
    asOf: AsOf,
    read: (found: Found | null) => Promise<T>,
  ): Promise<T> {
    return this.#read(asOf, async found => {
      await this.#requirePeople(found);
      const result = await read(found);
      // A cleaner says first what it removes, so what was read before that is whole.
      await this.#requirePeople(found);
      return result;
    });
  }

  /**
   * As `read`, for what stays for ever: counts of teams and of the tenant.
   *
   * @param read - is told whether its people are kept
   */
  async readCounts<T>(
    asOf: AsOf,
    read: (found: Found | null, hasPeople: boolean) => Promise<T>,
  ): Promise<T> {
    return this.#read(asOf, async found =>
      read(found, (await this.#firstWithPeopleAfter(found)) === null),
    );
  }

  async #read<T>(
    asOf: AsOf,
    read: (found: Found | null) => Promise<T>,
  ): Promise<T> {
    const tenantId = await this.tenantOf(asOf.tenant);
    const newest = tenantId ? await readNewestNumber(this.#knex, tenantId) : 0;
    if (tenantId === null || newest === 0) {
      if (asOf.at !== undefined) {
        throw new NotFoundError(
          `There is no data of ${asOf.at}: nothing has been read yet`,
        );
      }
      return read(null);
    }
    const snapshot = await this.#find(tenantId, newest, asOf);
    const { number } = snapshot;
    const view = { tenantId, snapshot: number, newest: number === newest };
    const isOfOnePiece = async () =>
      !view.newest || (await readNewestNumber(this.#knex, tenantId)) === newest;
    try {
      const result = await read({ snapshot, view });
      if (await isOfOnePiece()) {
        return result;
      }
    } catch (error) {
      // Half of one snapshot and half of the next may well have nobody where each has somebody.
      if (await isOfOnePiece()) {
        throw error;
      }
    }
    return read({ snapshot, view: { ...view, newest: false } });
  }

  /** As `read`, for what does not exist before the first snapshot. */
  async readPublished<T>(
    asOf: AsOf,
    read: (found: Found) => Promise<T>,
  ): Promise<T> {
    return this.read(asOf, async found => read(requirePublished(found)));
  }

  /** The newest snapshot, read as a past one: a step is taken once, whatever is published meanwhile. */
  async published(tenant: string | undefined): Promise<Found> {
    const { snapshot, view } = await this.readPublished(
      { tenant },
      async found => found,
    );
    return { snapshot, view: { ...view, newest: false } };
  }

  async #requirePeople(found: Found | null): Promise<void> {
    const first = await this.#firstWithPeopleAfter(found);
    if (found && first) {
      const firstSnapshotAt = first.at.toISOString();
      throw Object.assign(
        new NotFoundError(
          `There are no people of ${found.snapshot.at.toISOString()} any more: they are kept since ${firstSnapshotAt} (entraMfa.retention.peopleDays)`,
        ),
        { firstSnapshotAt },
      );
    }
  }

  /** The first snapshot whose people are kept, where that is a later one. */
  async #firstWithPeopleAfter(found: Found | null): Promise<Snapshot | null> {
    if (!found || found.view.newest) {
      return null;
    }
    const first = await readFirstWithPeople(this.#knex, found.view.tenantId);
    return first && first.number > found.view.snapshot ? first : null;
  }

  async #find(tenantId: string, newest: number, asOf: AsOf): Promise<Snapshot> {
    if (asOf.snapshot !== undefined) {
      const snapshot =
        asOf.snapshot <= newest &&
        (await readSnapshot(this.#knex, tenantId, asOf.snapshot));
      if (!snapshot) {
        throw new InputError(
          "Parameter 'cursor' belongs to data that is gone: start again without it",
        );
      }
      return snapshot;
    }
    const now = this.#clock.now();
    const at = asOf.at === undefined ? now : timeOf(asOf.at, now);
    // Of now, the newest answers, also where the clock was ahead when it was assessed.
    const snapshot =
      at < now
        ? await readSnapshotAt(this.#knex, tenantId, at)
        : await readSnapshot(this.#knex, tenantId, newest);
    if (!snapshot) {
      const first = await readFirstPublish(this.#knex, tenantId);
      const firstSnapshotAt = first?.toISOString();
      // The portal writes an error's own fields into the answer: see `errorBodySchema`.
      throw Object.assign(
        new NotFoundError(
          `There is no data of ${asOf.at}: it begins at ${firstSnapshotAt}`,
        ),
        { firstSnapshotAt },
      );
    }
    return snapshot;
  }
}
