import { rootSystemMetadataServiceFactory } from '@backstage/backend-defaults/rootSystemMetadata';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entraMfaClockExtensionPoint } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import knexFactory, { type Knex } from 'knex';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entraMfaPlugin } from '../../src/plugin';
import { migrateTestDatabase } from '../../src/__testUtils__/migrateTestDatabase';
import { AttackedScheduler } from './AttackedScheduler';
import { attackedLogger } from './attackedLogger';
import { Deadline } from './Deadline';
import type { Answers, Command, Envelope, TenantAccess } from './messages';
import { attackedPermissions } from './permissions';
import { ReplicaClock } from './ReplicaClock';

/**
 * A replica: a process of its own that hosts the plugin as a portal does, reads simulated tenants with
 * the real clients, and does what the attack tells it.
 */
const clock = new ReplicaClock();
const scheduler = new AttackedScheduler();
const deadline = new Deadline();
let catalog: CatalogService | null = null;
let running: { knex: Knex; stop(): Promise<void> } | undefined;

/** Whatever is asked of the catalog, the one of the moment answers. */
const changingCatalog = new Proxy({} as CatalogService, {
  get: (_, name) =>
    name === 'then'
      ? undefined
      : async (...args: unknown[]) => {
          if (!catalog) {
            throw new TypeError('fetch failed');
          }
          const ask = Reflect.get(catalog, name) as Function;
          return ask.apply(catalog, args);
        },
});

async function start(database: Knex.Config, tenants: TenantAccess[]) {
  const keyFile = join(mkdtempSync(join(tmpdir(), 'attack-')), 'pseudonym.key');
  writeFileSync(keyFile, `${'0123456789abcdef'.repeat(4)}\n`);
  const knex = knexFactory(database);
  deadline.watch(knex);
  await migrateTestDatabase(knex);
  const backend = await startTestBackend({
    features: [
      entraMfaPlugin,
      createBackendModule({
        pluginId: 'entra-mfa',
        moduleId: 'attacked-clock',
        register(env) {
          env.registerInit({
            deps: { time: entraMfaClockExtensionPoint },
            async init({ time }) {
              time.setClock(clock);
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          entraMfa: {
            tenants,
            hold: { people: 3, points: 5 },
            exposure: 'all',
            exports: { pseudonymKeyFile: keyFile },
          },
        },
      }),
      mockServices.database.factory({ knex, migrations: { skip: true } }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => changingCatalog,
      }),
      attackedLogger,
      attackedPermissions,
      rootSystemMetadataServiceFactory,
    ],
  });
  running = {
    knex,
    async stop() {
      await backend.stop();
      await knex.destroy();
    },
  };
  return { port: backend.server.port() };
}

async function sync(tenantId: string): Promise<Answers['sync']> {
  const before = deadline.statements;
  let failure: string | null = null;
  try {
    await scheduler.run(
      `entra-mfa-sync-${tenantId}`,
      new AbortController().signal,
    );
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  return {
    failure,
    statements: deadline.statements - before,
    now: clock.now().getTime(),
  };
}

async function obey(command: Command): Promise<Answers[Command['kind']]> {
  switch (command.kind) {
    case 'start':
      return start(command.database, command.tenants);
    case 'stop':
      await running?.stop();
      running = undefined;
      return null;
    case 'catalog':
      catalog =
        command.entities && catalogServiceMock({ entities: command.entities });
      return null;
    case 'clock':
      clock.set(command.now);
      return null;
    case 'sync':
      return sync(command.tenantId);
    default:
      deadline.set(command.statement, command.when);
      return null;
  }
}

process.on('message', ({ id, command }: Partial<Envelope>) => {
  if (id === undefined || !command) {
    return;
  }
  obey(command).then(
    value => process.send!({ id, value }),
    error => process.send!({ id, error: String(error?.stack ?? error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send!({ id: 0 });
