import type { ConnectionState } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { silentLogger } from '../__testUtils__/silentLogger';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { TestSync } from '../__testUtils__/TestSync';
import { collectors } from '../collectors';
import type { Collector } from '../collectors/types';
import type { TenantConfig } from '../config/types';
import { ConnectionError, GraphRequestError } from '../graph/errors';
import { readNewestNumber, readSnapshot } from '../store/asOf/readSnapshot';
import { readOpenEpisodes } from '../store/connections/episodes';
import { readTrail } from '../store/connections/readTrail';
import { toDate } from '../store/sql/instant';
import { Connections } from './Connections';
import { replayTrail } from './replayTrail';
import { staleCauses } from './staleCauses';

jest.setTimeout(180_000);

const databases = TestDatabases.create();
const limits = {
  staleAfterSeconds: 6 * 3600,
  reportStaleAfterSeconds: 48 * 3600,
};
const required = 'users';
const optional = 'role-assignments';

type Read = 'well' | 'unreachable' | 'without roles' | 'without users';
type Step =
  | { does: 'read'; how: Read }
  | { does: 'wait'; hours: number }
  | { does: 'configure'; clientId: string | null; fewer: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('read' as const),
      how: fc.constantFrom<Read>(
        'well',
        'well',
        'unreachable',
        'without roles',
        'without users',
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 4, 60),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('configure' as const),
      clientId: fc.constantFrom('app-a', 'app-a', 'app-b', null),
      fewer: fc.boolean(),
    }),
  },
);

const refuse = (dataSet: string) => (id: string) => {
  if (id === dataSet) {
    throw new GraphRequestError(
      403,
      'Authorization_RequestDenied',
      null,
      false,
    );
  }
};

/** A connection that lives through a story, with what is expected of it beside it. */
class Life {
  readonly sync: TestSync;
  clientId: string | null = null;
  /** What nobody but this story says. */
  expected: { state: ConnectionState; refused: string[] } | null = null;
  #readSets: readonly Collector[] = collectors;
  #connections!: Connections;

  constructor(readonly knex: Knex) {
    this.sync = new TestSync(knex);
    this.sync.source.pages = {
      ...smallTenant(),
      'role-assignments': [[]],
    };
  }

  async live(does: Step): Promise<void> {
    // Two things never happen in the same millisecond, or the trail could not say since when.
    await this.sync.letPass(1_000);
    if (does.does === 'configure') {
      await this.configure(does.clientId, does.fewer);
    } else if (does.does === 'wait') {
      await this.sync.letPass(does.hours * 3_600_000);
      await this.#connections.lookAtAll();
    } else if (this.clientId !== null) {
      await this.#read(does.how);
    }
  }

  /** As a portal that starts with another configuration. */
  async configure(clientId: string | null, fewer: boolean): Promise<void> {
    const { tenantId } = this.sync;
    const credential = { kind: 'secret' };
    const tenant = { tenantId, clientId, credential } as TenantConfig;
    this.#readSets = fewer
      ? collectors.filter(({ id }) => id !== 'role-eligibility')
      : collectors;
    this.#connections = this.replica(clientId === null ? [] : [tenant]);
    await this.#connections.begin();
    await this.#connections.lookAtAll();
    const { expected } = this;
    if (clientId !== null && (!expected || this.clientId === null)) {
      const refused = expected?.refused ?? [];
      this.expected = { state: 'connecting', refused };
    }
    if (clientId === null && expected) {
      this.expected = { ...expected, state: 'disconnected' };
    }
    this.clientId = clientId;
  }

  replica(tenants: TenantConfig[]): Connections {
    return new Connections({
      knex: this.knex,
      clock: this.sync.clock,
      logger: silentLogger,
      config: { tenants, connect: null, ...limits },
      collectors: this.#readSets,
    });
  }

  async #read(how: Read): Promise<void> {
    const { sync } = this;
    const befores: Record<Read, (id: string) => void> = {
      well: () => {},
      unreachable: id => {
        if (id === required) throw new ConnectionError('unreachable');
      },
      'without roles': refuse(optional),
      'without users': refuse(required),
    };
    sync.source.before = befores[how];
    sync.source.refreshedAt = new Date(sync.now.getTime() - 3_600_000);
    await sync.runNow({ collectors: this.#readSets }).catch(() => {});
    // Whoever is first, and two at once.
    await Promise.all([
      this.#connections.look(sync.tenantId),
      this.#connections.look(sync.tenantId),
    ]);
    const { refused } = this.expected!;
    const without = (id: string) => refused.filter(one => one !== id);
    const withOne = (id: string) => [...without(id), id].sort();
    const after: Record<Read, string[]> = {
      well: [],
      unreachable: refused,
      // Users were read, so they are not refused any more.
      'without roles': [optional],
      'without users': withOne(required),
    };
    this.expected = {
      state: how === 'well' ? 'healthy' : 'needs-attention',
      refused: after[how],
    };
  }

  async kept() {
    const { tenantId } = this.sync;
    const open = await readOpenEpisodes(this.knex, tenantId);
    const row = await this.knex('connection')
      .where({ tenant_id: tenantId })
      .first();
    const base = open.filter(({ state }) => state !== 'stale');
    const stale = open.find(({ state }) => state === 'stale');
    if (base.length !== (row ? 1 : 0)) {
      throw new Error(`${base.length} states are open at once`);
    }
    if (base.length === 0) return null;
    const problems: { code: string; dataSet: string | null }[] = JSON.parse(
      base[0].problems,
    );
    return {
      state: base[0].state as ConnectionState,
      since: toDate(base[0].began_at),
      staleSince: stale ? toDate(stale.began_at) : null,
      problems: problems.map(({ code, dataSet }) =>
        dataSet === null ? code : `${code} ${dataSet}`,
      ),
      clientId: row.client_id as string,
      refused: JSON.parse(row.refused ?? '[]') as string[],
    };
  }

  async trail() {
    const { rows } = await readTrail(this.knex, this.sync.tenantId, {
      before: null,
      limit: 1_000,
    });
    return rows.reverse().map(row => ({
      ...row,
      at: toDate(row.at),
      details: JSON.parse(row.details),
    }));
  }

  /** Whether what is published is old by now. */
  async isOld(): Promise<boolean> {
    const { tenantId } = this.sync;
    const number = await readNewestNumber(this.knex, tenantId);
    const snapshot =
      number === 0 ? null : await readSnapshot(this.knex, tenantId, number);
    return staleCauses(limits, snapshot, this.sync.now).length > 0;
  }
}

describe.each(databases.eachSupportedId())('a connection on %s', id => {
  it('is, from its trail alone, what it is', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 14 }),
        async story => {
          const life = new Life(await databases.init(id));
          await life.configure('app-a', false);
          for (const one of story) {
            await life.live(one);
            const kept = await life.kept();
            const trail = await life.trail();
            expect(replayTrail(trail)).toEqual(kept);
            expect(kept).toMatchObject(life.expected!);
            expect(kept!.staleSince !== null).toBe(
              kept!.state !== 'disconnected' && (await life.isOld()),
            );
            expect(trail.map(({ sequence }) => sequence)).toEqual(
              trail.map((_, i) => i + 1),
            );
            trail.forEach(({ kind }) => seen.add(kind));
          }
        },
      ),
      {
        numRuns: 8,
        seed: 12,
        // A read that is cut off says nothing of what was refused before.
        examples: [
          [
            (['well', 'without users', 'unreachable', 'well'] as const).map(
              how => ({ does: 'read' as const, how }),
            ),
          ],
        ],
      },
    );
    // The stories went everywhere.
    expect([...seen].sort()).toEqual([
      'connected',
      'connected-again',
      'consent-given',
      'consent-lost',
      'credential-changed',
      'data-sets-changed',
      'disconnected',
      'read',
      'read-failed',
      'stale-began',
      'stale-ended',
    ]);
  });

  it('goes on where an earlier version had no trail', async () => {
    const life = new Life(await databases.init(id));
    for (let i = 0; i < 3; i += 1) {
      await life.sync.run();
    }
    await life.configure('app-a', false);
    expect((await life.kept())?.state).toBe('healthy');
    const trail = await life.trail();
    expect(trail.map(({ kind, details }) => [kind, details.run])).toEqual([
      ['connected', undefined],
      ['read', 3],
    ]);
  });
});
