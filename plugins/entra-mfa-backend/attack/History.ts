import type {
  Exception,
  Review,
  ReviewItems,
} from 'backstage-plugin-entra-mfa-common';
import knexFactory, { type Knex } from 'knex';
import { objectId } from '../src/__testUtils__/rows';
import { AttackedApi, type ApiAnswer } from './AttackedApi';
import type { Caller } from './callers';
import type { AttackedDatabase } from './databases';
import { Kept } from './laws/Kept';
import { hold } from './laws/LawBrokenError';
import { Past } from './laws/Past';
import { Published } from './laws/Published';
import { settle, type Settled } from './laws/settle';
import { sweep } from './laws/sweep';
import { watch } from './laws/watch';
import type { Replicas } from './Replicas';
import type { Death, ReplicaNumber, Script, Step } from './steps';
import { newAccount } from './world/Account';
import { AttackedCatalog, type Lie } from './world/AttackedCatalog';
import type { AttackedTenant } from './world/AttackedTenant';
import { marks, words, type TenantMark } from './world/marks';
import { mutate } from './world/mutate';

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
  readonly #statements = { a: 300, b: 300 };
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
    this.#people();
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
        this.tally.steps += 1;
        await this.#take(step);
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
      await this.#prepare(0, 0, null);
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

  /** Syncs, with nothing in its way but what the step says. */
  async sync(step: Extract<Step, { do: 'sync' }>): Promise<void> {
    const { tenant: mark, faults, beside } = step;
    const { replicas, tenants, database } = this.stage;
    const other: ReplicaNumber = step.replica === 0 ? 1 : 0;
    const otherMark = mark === 'a' ? 'b' : 'a';
    for (const tenant of Object.values(tenants)) {
      tenant.refreshedAt = this.now - 60 * MINUTE;
      await tenant.write();
    }
    await replicas.prepare(other, this.now);
    await this.#prepare(step.replica, this.#statements[mark], step.death);
    tenants[mark].simulator.faults.set({ rules: faults });
    const one = async (replica: ReplicaNumber, of: TenantMark) => {
      const before = this.published[of].begin();
      const end = await replicas.sync(replica, tenants[of].id);
      this.tally.syncs += 1;
      if (end) {
        this.#statements[of] = end.statements;
        const time = end.now - replicas.timeOf(replica, 0);
        this.now = Math.max(this.now, time);
      }
      this.published[of].end(before, {
        end,
        faults: of === mark ? faults : [],
        alone: beside !== 'same-tenant',
      });
    };
    const first = one(step.replica, mark);
    const besides = beside === 'other-tenant' ? otherMark : mark;
    if (beside === 'nothing' || !database.concurrent) {
      // Two processes that write one SQLite file wait for each other; reads go on.
      await watch(
        this,
        mark,
        database.concurrent ? other : step.replica,
        first,
      );
      if (beside !== 'nothing') {
        await one(other, besides);
      }
    } else {
      await watch(this, mark, other, Promise.all([first, one(other, besides)]));
    }
    tenants[mark].simulator.faults.clear();
  }

  async #take(step: Step): Promise<void> {
    const { replicas, tenants } = this.stage;
    switch (step.do) {
      case 'sync':
        await this.sync(step);
        break;
      case 'kill':
        await replicas.kill(step.replica);
        break;
      case 'clock':
        replicas.setClock(step.replica, step.hours);
        break;
      case 'wait':
        this.now += step.hours * 60 * MINUTE;
        break;
      case 'catalog':
        await this.tellCatalog(step.lie, step.replica);
        break;
      case 'move': {
        const { numbers } = this.catalog;
        this.catalog.place(numbers[step.person % numbers.length], step.to);
        await this.#refreshCatalogs();
        break;
      }
      case 'mutate':
        mutate(tenants[step.tenant], step.mutation, step.random);
        for (const number of tenants[step.tenant].accounts.keys()) {
          if (!this.catalog.numbers.includes(number)) {
            this.catalog.place(number, step.random);
          }
        }
        await this.#refreshCatalogs();
        break;
      case 'ask':
        await this.#ask(step);
        break;
      case 'decide':
        await this.#decide(step);
        break;
      case 'review':
        await this.#review(step);
        break;
      default:
        await this.post(
          step,
          'security',
          `/tenants/${this.#id(step)}/release`,
          {
            reason: 'It is believed',
          },
        );
    }
    if (await replicas.revive(this.now)) {
      // As much time goes by as it takes until a run without a replica is taken for dead.
      await this.#database('run')
        .where({ state: 'running' })
        .update({ heartbeat_at: new Date(START - 60 * MINUTE) });
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
    await this.#prepare(step.replica, 12, step.death ?? null);
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

  async #ask(step: Extract<Step, { do: 'ask' }>): Promise<void> {
    const numbers = [...this.stage.tenants[step.tenant].accounts.keys()];
    const until = new Date(this.now + 100 * 24 * 60 * MINUTE);
    const answer = await this.post(
      step,
      step.person % 2 ? 'lead' : 'security',
      '/exceptions',
      {
        tenant: this.#id(step),
        subject: {
          kind: 'person',
          id: objectId(numbers[step.person % numbers.length]),
        },
        reason: `Away for long ${words(step.tenant)}`,
        until: until.toISOString().slice(0, 10),
      },
    );
    this.#keepException(step.tenant, answer);
  }

  async #decide(step: Extract<Step, { do: 'decide' }>): Promise<void> {
    const known = [...this.kept.exceptions[step.tenant].keys()];
    if (known.length === 0) {
      return;
    }
    const path = `/exceptions/${known[step.which % known.length]}`;
    const note = `Looked at ${this.tally.steps} ${words(step.tenant)}`;
    const answer =
      step.how === 'end'
        ? await this.post(step, 'decider', `${path}/end`, { note })
        : await this.post(step, 'decider', `${path}/decision`, {
            decision: step.how,
            note,
          });
    this.#keepException(step.tenant, answer);
  }

  #keepException(mark: TenantMark, answer: ApiAnswer | null): void {
    if (answer && answer.status < 300) {
      const exception: Exception = JSON.parse(answer.text);
      this.kept.exception(mark, exception);
    }
  }

  async #review(step: Extract<Step, { do: 'review' }>): Promise<void> {
    const { tenant: mark, replica, how } = step;
    const tenant = this.#id(step);
    if (how === 'open') {
      await this.post(step, 'security', '/reviews', { tenant });
      return;
    }
    const { api, port } = this.viewpoint(mark, replica);
    await this.#prepare(replica, 0, null);
    const { items: reviews } = (await api.read(
      port,
      mark,
      `/reviews?tenant=${tenant}`,
    )) as { items: Review[] };
    const open = reviews.find(({ closed }) => closed === null);
    if (!open) {
      return;
    }
    const path = `/reviews/${open.number}`;
    if (how === 'close') {
      const answer = await this.post(
        step,
        'security',
        `${path}/close?tenant=${tenant}`,
        { reason: `Over ${words(mark)}`, open: open.counts.open },
      );
      if (answer && answer.status < 300) {
        this.kept.closed(mark, JSON.parse(answer.text));
      }
      return;
    }
    const { items } = (await api.read(
      port,
      mark,
      `${path}/items?tenant=${tenant}&limit=200`,
    )) as ReviewItems;
    if (items.length === 0) {
      return;
    }
    const { id } = items[step.which % items.length];
    const note = `Looked at ${this.tally.steps} ${words(mark)}`;
    const answer = await this.post(
      step,
      'security',
      `${path}/items/${id}/decision?tenant=${tenant}`,
      { decision: 'keep', note },
    );
    if (answer && answer.status < 300) {
      this.kept.decision(mark, { review: open.number, person: id, note });
    }
  }

  /** The laws that hold after each step, on one replica or the other. */
  async #look(): Promise<void> {
    const { steps } = this.tally;
    const replica = (steps % 2) as ReplicaNumber;
    await this.#prepare(replica, 0, null);
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

  async #prepare(
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

  #id({ tenant }: { tenant: TenantMark }): string {
    return marks[tenant].tenantId;
  }

  #people(): void {
    const { people, random } = this.script;
    Object.values(this.stage.tenants).forEach(({ accounts }, i) => {
      accounts.clear();
      for (let number = 1; number <= people[i]; number += 1) {
        const seed = random[(number + 7 * i) % random.length] + number;
        accounts.set(number, newAccount(number, seed));
      }
    });
    for (let number = 1; number <= Math.max(...people); number += 1) {
      this.catalog.place(number, random[number % random.length]);
    }
    hold(
      'A history has people',
      this.catalog.numbers.length > 0,
      () => 'there are none',
    );
  }

  async #refreshCatalogs(): Promise<void> {
    await this.#refreshCatalog(0);
    await this.#refreshCatalog(1);
  }

  async #refreshCatalog(replica: ReplicaNumber): Promise<void> {
    const entities = this.catalog.tell(this.#lies[replica]);
    await this.stage.replicas.setCatalog(replica, entities);
  }
}
