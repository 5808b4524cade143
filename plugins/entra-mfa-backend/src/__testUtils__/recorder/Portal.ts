import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { readsOf } from '../../assess/scope/readsOf';
import { collectorsFor } from '../../collectors/collectorsFor';
import { frameworksFor } from '../../controls/frameworksFor';
import { publishControls } from '../../controls/publishControls';
import { readEntraMfaConfig } from '../../config/readEntraMfaConfig';
import { rulesOf } from '../../config/rulesOf';
import { Connections } from '../../connections/Connections';
import { explain } from '../../graph/explain';
import type { RunSyncOptions } from '../../sync/runSync';
import { silentLogger } from '../silentLogger';
import { startTestApi, type Caller, type TestApi } from '../startTestApi';
import { migrateTestDatabase } from '../migrateTestDatabase';
import { TestSync } from '../TestSync';
import { ContosoSource } from './ContosoSource';
import { contosoConfig, daysAgo, tenantId } from './contoso';

/** No recording goes back further. */
const BEFORE_DAYS = 100;

const clientId = '1f3c0000-0000-4000-8000-000000000000';

/** One tenant as `entraMfa.tenants` has it. */
const tenantConfig = (id: string) => ({
  tenantId: id,
  clientId,
  clientSecret: 'not-used',
});

/** What a portal is started with. */
export interface PortalOptions {
  /** In place of parts of {@link contosoConfig}. */
  config?: object;
  tenantIds?: string[];
}

/** The whole of `entraMfa`, as the plugin and its syncs get it. */
function configOf({ config, tenantIds = [tenantId] }: PortalOptions) {
  return {
    ...contosoConfig,
    tenants: tenantIds.map(tenantConfig),
    ...config,
  };
}

/** The real plugin on a database, with the recorded tenant behind it and a clock that is set by hand. */
export class Portal {
  readonly sync: TestSync;
  readonly source: ContosoSource;

  private constructor(
    readonly knex: Knex,
    readonly api: TestApi,
    sync: TestSync,
    private readonly options: PortalOptions,
  ) {
    this.sync = sync;
    this.source = new ContosoSource(sync);
  }

  static async start(knex: Knex, options: PortalOptions = {}): Promise<Portal> {
    await migrateTestDatabase(knex);
    const sync = new TestSync(knex, { tenantId });
    // Before anything was read.
    sync.now = daysAgo(BEFORE_DAYS);
    const api = await startTestApi(sync, configOf(options));
    return new Portal(knex, api, sync, options);
  }

  /** Sets the clock. */
  set now(now: Date) {
    this.sync.now = now;
  }

  /**
   * Reads the tenant as it was so many days ago, at a time of that day, and leaves the clock when it
   * ended.
   *
   * @param options - `before`: what happens first, such as other rows or a fault; `fails`: whether the
   *   run is to publish nothing
   */
  async readTenant(
    day: number,
    {
      time,
      before = () => {},
      fails = false,
      ...options
    }: {
      time?: string;
      before?: (source: ContosoSource) => void;
      fails?: boolean;
    } & Partial<RunSyncOptions> = {},
  ): Promise<void> {
    const { sync, source } = this;
    this.now = daysAgo(day, time);
    source.answerAsOf(day);
    before(source);
    const config = readEntraMfaConfig(
      new ConfigReader({ entraMfa: configOf(this.options) }),
    );
    const read = collectorsFor({
      ...config,
      scope: readsOf(config.scopeRules),
    });
    const failure = await sync
      .runNow({
        rules: rulesOf(config, options.tenantId ?? tenantId),
        hold: config.hold,
        // By one pace they are read after each other, and what is recorded is the same each time.
        collectors: read.map(one => ({ ...one, pace: 'directory' as const })),
        publishAlso: publishControls({
          config,
          collectors: read,
          frameworks: frameworksFor(config.compliance),
        }),
        sources: { graph: source, catalog: source },
        explain: (error, collector, premium) =>
          explain(error, { tenantId, clientId, collector, premium }),
        ...options,
      })
      .then(
        () => null,
        error => error,
      );
    source.before = () => {};
    await this.look();
    if ((failure !== null) !== fails) {
      throw new Error(
        `The run ${
          failure ? 'failed' : 'published'
        } of ${day} days ago: ${failure}`,
      );
    }
  }

  /** Follows the connections, as the plugin does after each run and by the clock. */
  async look(): Promise<void> {
    const config = readEntraMfaConfig(
      new ConfigReader({ entraMfa: configOf(this.options) }),
    );
    await new Connections({
      ...{ knex: this.knex, clock: this.sync.clock, config },
      collectors: collectorsFor({
        ...config,
        scope: readsOf(config.scopeRules),
      }),
      logger: silentLogger,
    }).lookAtAll();
  }

  /** Reads the tenant for the first time, and lets something be done in the middle of its report. */
  async duringPage<T>(page: number, act: () => Promise<T>): Promise<T> {
    let result: T | undefined;
    await this.readTenant(0, {
      fails: true,
      before: source => {
        source.before = async (dataSet, number) => {
          if (dataSet !== 'registrations' || number !== page) return;
          result = await act();
          throw new Error('Enough was seen');
        };
      },
    });
    return result!;
  }

  /** Sends a body, which has to be accepted, and returns the answer. */
  async send<Answer>(
    caller: Caller,
    path: string,
    body: object,
  ): Promise<Answer> {
    const answer = await this.api.post(path, caller).send(body);
    if (answer.status >= 300) {
      throw new Error(`POST ${path}: ${answer.status} ${answer.text}`);
    }
    return answer.body;
  }

  stop(): Promise<void> {
    return this.api.stop();
  }
}
