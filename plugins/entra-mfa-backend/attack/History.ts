import knexFactory, { type Knex } from 'knex';
import { letTimePass } from '../src/__testUtils__/letTimePass';
import { AttackedApi, type ApiAnswer } from './AttackedApi';
import type { Caller } from './callers';
import type { AttackedDatabase } from './databases';
import { takeStep } from './doing/takeStep';
import { Kept } from './laws/Kept';
import { Past } from './laws/Past';
import { Published } from './laws/Published';
import { settle, type Settled } from './laws/settle';
import { sweep } from './laws/sweep';
import type { Replicas } from './Replicas';
import type { Death, ReplicaNumber, Script, Step } from './steps';
import { AttackedCatalog, type Lie } from './world/AttackedCatalog';
import type { AttackedTenant } from './world/AttackedTenant';
import type { TenantMark } from './world/marks';
import { populate } from './world/populate';

const MINUTE = 60_000;
const LONG = 800 * 24 * 60 * MINUTE;
const START = Date.parse('2026-11-21T09:00:00Z');

/** Steps of which the product knows nothing until it reads. */
const outside: readonly Step['do'][] = ['mutate', 'move', 'catalog'];

/** What a history needs, and the next one uses again. */
export interface Stage {
  replicas: Replicas;
  tenants: Record<TenantMark, AttackedTenant>;
  database: AttackedDatabase;
  /** Told what happens, before it does. */
  onStep?(text: string): void;
}

/** How much happened. */
export interface Tally {
  steps: number;
  syncs: number;
  published: number;
  reads: number;
}

/** One history: two tenants, two replicas, one database, and laws that hold after each step. */
export class History {
  readonly catalog = new AttackedCatalog();
  readonly api = new AttackedApi(this.catalog);
  readonly kept = new Kept();
  readonly past: Record<TenantMark, Past> = { a: new Past(), b: new Past() };
  readonly published: Record<TenantMark, Published>;
  readonly tally: Tally = { steps: 0, syncs: 0, published: 0, reads: 0 };
  now = START;
  /** How many statements a sync of a tenant took. */
  readonly statements = { a: 300, b: 300 };
  readonly #lies: (Lie | null)[] = [null, null];
  #database!: Knex;

  constructor(readonly stage: Stage, private readonly script: Script) {
    const { a, b } = stage.tenants;
    this.published = { a: new Published(a), b: new Published(b) };
  }

  /**
   * Lives through it. Throws at the first law that does not hold.
   *
   * @param goesOn - whether there is time for another step; how it ends is looked at in any case
   */
  async run(
    goesOn: (steps: number) => boolean,
  ): Promise<Record<TenantMark, Settled>> {
    const { replicas, database } = this.stage;
    populate(Object.values(this.stage.tenants), this.catalog, this.script);
    const { config, drop } = await database.create();
    this.#database = knexFactory(config);
    try {
      await replicas.begin(config, this.now);
      await this.tellCatalog(null, 'both');
      for (const step of this.script.steps) {
        if (!goesOn(this.tally.steps)) {
          break;
        }
        this.stage.onStep?.(JSON.stringify(step));
        this.now += 10 * MINUTE;
        await letTimePass(this.#database, 10 * MINUTE);
        this.tally.steps += 1;
        await takeStep(this, step);
        await this.#revive();
        if (!outside.includes(step.do)) {
          await this.#look();
        }
      }
      this.stage.onStep?.('everything is well again');
      const settled = {
        a: await settle(this, 'a'),
        b: await settle(this, 'b'),
      };
      await this.#look();
      // Later than any clock ever was: now all that was ever published can be asked for.
      this.now += LONG;
      await this.prepare(0, 0, null);
      for (const mark of ['a', 'b'] as const) {
        await this.past[mark].holds(this.viewpoint(mark, 0), Infinity);
        await sweep(this, mark, 0);
      }
      replicas.listen();
      return settled;
    } finally {
      this.tally.reads = this.api.reads;
      await replicas.end();
      await this.#database.destroy();
      await drop();
    }
  }

  viewpoint(mark: TenantMark, replica: ReplicaNumber) {
    const { replicas } = this.stage;
    return {
      api: this.api,
      port: replicas.port(replica),
      mark,
      now: replicas.timeOf(replica, this.now),
    };
  }

  /** What a replica's catalog answers from now on. */
  async tellCatalog(lie: Lie | null, which: ReplicaNumber | 'both') {
    for (const replica of which === 'both' ? ([0, 1] as const) : [which]) {
      this.#lies[replica] = lie;
      await this.#refreshCatalog(replica);
    }
  }

  /** Starts again what died. */
  async #revive(): Promise<void> {
    if (await this.stage.replicas.revive(this.now)) {
      // As much time goes by as it takes until a run without a replica is taken for dead.
      await letTimePass(this.#database, MINUTE);
    }
  }

  /** A request that changes something; null where the replica died of it. */
  async post(
    step: { tenant: TenantMark; replica: ReplicaNumber; death?: Death | null },
    caller: Caller,
    path: string,
    body: object,
  ): Promise<ApiAnswer | null> {
    const { replicas } = this.stage;
    await this.prepare(step.replica, 12, step.death ?? null);
    try {
      return await this.api.ask(
        replicas.port(step.replica),
        { method: 'post', path, body },
        { caller, mark: step.tenant },
      );
    } catch (error) {
      // What fetch throws when nobody answers any more.
      if (step.death && error instanceof TypeError) {
        return null;
      }
      throw error;
    }
  }

  /** The laws that hold after each step, on one replica or the other. */
  async #look(): Promise<void> {
    const { steps } = this.tally;
    const replica = (steps % 2) as ReplicaNumber;
    await this.prepare(replica, 0, null);
    for (const mark of ['a', 'b'] as const) {
      const viewpoint = this.viewpoint(mark, replica);
      const look = await this.past[mark].newest(viewpoint, steps);
      if (look) {
        this.published[mark].holds(look);
        this.tally.published = Math.max(this.tally.published, look.number);
      }
      // One of them at a time: what is past is asked again at the end.
      await this.past[mark].holds(
        viewpoint,
        (mark === 'a') === steps % 4 < 2 ? 1 : 0,
        steps,
      );
      await this.kept.holds(viewpoint);
      await sweep(this, mark, replica, { some: 5, from: steps });
    }
    this.stage.replicas.listen();
  }

  /** Tells a replica the time, and when to die: at that share of so many statements. */
  async prepare(
    replica: ReplicaNumber,
    statements: number,
    death: Death | null,
  ): Promise<void> {
    await this.stage.replicas.prepare(
      replica,
      this.now,
      death
        ? { number: 1 + Math.floor(death.share * statements), when: death.when }
        : undefined,
    );
  }

  /** Tells both catalogs who belongs where by now. */
  async refreshCatalogs(): Promise<void> {
    await this.#refreshCatalog(0);
    await this.#refreshCatalog(1);
  }

  async #refreshCatalog(replica: ReplicaNumber): Promise<void> {
    const entities = this.catalog.tell(this.#lies[replica]);
    await this.stage.replicas.setCatalog(replica, entities);
  }
}
