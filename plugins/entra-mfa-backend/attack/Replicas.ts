import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { namesNobody, keepsSecrets } from './laws/secrets';
import { ReplicaDiedError, ReplicaProcess } from './ReplicaProcess';
import type { SyncEnd, TenantAccess } from './replica/messages';
import type { Death, ReplicaNumber } from './steps';

/** More statements than any history sends. */
const NEVER = 1e9;

interface Running {
  process: ReplicaProcess;
  port: number;
}

/** The two replicas on one database: killed at any time, and started again. */
export class Replicas {
  readonly #running: (Running | undefined)[] = [undefined, undefined];
  readonly #spare: ReplicaProcess[] = [];
  readonly #hours = [0, 0];
  readonly #entities: (Entity[] | null)[] = [[], []];
  #database: Knex.Config = {};
  kills = 0;

  constructor(
    private readonly certificatePath: string,
    private readonly tenants: TenantAccess[],
  ) {}

  /** Begins on an empty database. */
  async begin(database: Knex.Config, now: number): Promise<void> {
    this.#database = database;
    this.#hours.fill(0);
    // One after the other: two at once on an empty database are a test of their own.
    await this.#start(0, now);
    await this.#start(1, now);
  }

  /** Leaves the database; the processes stay for the next one. */
  async end(): Promise<void> {
    for (const number of [0, 1] as const) {
      const running = this.#running[number];
      if (running?.process.alive) {
        await running.process.tell({ kind: 'stop' });
        this.listen();
        this.#spare.push(running.process);
      }
      this.#running[number] = undefined;
    }
  }

  port(number: ReplicaNumber): number {
    return this.#running[number]!.port;
  }

  /** The time by a replica's clock. */
  timeOf(number: ReplicaNumber, now: number): number {
    return now + this.#hours[number] * 3_600_000;
  }

  setClock(number: ReplicaNumber, hours: number): void {
    this.#hours[number] = hours;
  }

  async setCatalog(number: ReplicaNumber, entities: Entity[] | null) {
    this.#entities[number] = entities;
    await this.#running[number]!.process.tell({ kind: 'catalog', entities });
  }

  /** Tells a replica the time; `death` counts from here. */
  async prepare(
    number: ReplicaNumber,
    now: number,
    statement?: { number: number; when: Death['when'] },
  ): Promise<void> {
    const { process } = this.#running[number]!;
    await process.tell({ kind: 'clock', now: this.timeOf(number, now) });
    if (statement) {
      await process.tell({
        kind: 'die',
        statement: statement.number,
        when: statement.when,
      });
    }
  }

  /** A sync; null when the replica died in it. */
  async sync(number: ReplicaNumber, tenantId: string): Promise<SyncEnd | null> {
    try {
      const { process } = this.#running[number]!;
      return await process.tell({ kind: 'sync', tenantId });
    } catch (error) {
      if (error instanceof ReplicaDiedError) {
        return null;
      }
      throw error;
    }
  }

  async kill(number: ReplicaNumber): Promise<void> {
    await this.#running[number]!.process.kill();
  }

  /** Starts again what died, and disarms what did not. Returns whether something had. */
  async revive(now: number): Promise<boolean> {
    let died = false;
    for (const number of [0, 1] as const) {
      if (!(await this.#disarm(number))) {
        died = true;
        this.kills += 1;
        this.listen();
        await this.#start(number, now);
      }
    }
    return died;
  }

  /** Lets a replica live; returns false where it is too late for that. */
  async #disarm(number: ReplicaNumber): Promise<boolean> {
    const { process } = this.#running[number]!;
    try {
      await process.tell({ kind: 'die', statement: NEVER, when: 'before' });
      return true;
    } catch (error) {
      if (error instanceof ReplicaDiedError) {
        return false;
      }
      throw error;
    }
  }

  /** Reads what the replicas wrote, as somebody who reads logs does. */
  listen(): void {
    for (const running of this.#running) {
      const output = running?.process.takeOutput() ?? '';
      keepsSecrets('the log', output);
      namesNobody('the log', output);
    }
  }

  async stop(): Promise<void> {
    const processes = [
      ...this.#spare,
      ...this.#running.flatMap(one => (one ? [one.process] : [])),
    ];
    await Promise.all(processes.map(one => one.kill()));
  }

  async #start(number: ReplicaNumber, now: number): Promise<void> {
    const process = this.#take();
    await process.tell({ kind: 'clock', now: this.timeOf(number, now) });
    const { port } = await process.tell({
      kind: 'start',
      database: this.#database,
      tenants: this.tenants,
    });
    this.#running[number] = { process, port };
    await this.setCatalog(number, this.#entities[number]);
  }

  /** A process that is loaded already; another one loads meanwhile. */
  #take(): ReplicaProcess {
    const load = () => new ReplicaProcess(this.certificatePath);
    const taken = this.#spare.shift() ?? load();
    if (this.#spare.length === 0) {
      this.#spare.push(load());
    }
    return taken;
  }
}
