import type {
  TestDatabaseId,
  TestDatabases as LibraryDatabases,
} from '@backstage/backend-test-utils';
import { createHash, randomUUID } from 'crypto';
import { readdirSync, readFileSync } from 'fs';
import knexFactory, { type Knex } from 'knex';
import { dirname, join, resolve } from 'path';
import { migrateTestDatabase } from './migrateTestDatabase';

// The package as a whole takes seconds to load, in each of a hundred test files that need this class alone.
const { TestDatabases: Library } = jest.requireActual<{
  TestDatabases: typeof LibraryDatabases;
}>(
  join(
    dirname(require.resolve('@backstage/backend-test-utils')),
    'database/TestDatabases.cjs.js',
  ),
);

/** Another one for each state of the migrations. */
function templateName(): string {
  const directory = resolve(__dirname, '../../migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(directory).sort()) {
    hash.update(file).update(readFileSync(join(directory, file)));
  }
  return `entra_mfa_${hash.digest('hex').slice(0, 16)}`;
}

/** Makes a database that others are copied from, unless it is there. */
async function makeTemplate(server: Server, name: string): Promise<void> {
  const { admin } = server;
  const exists = () =>
    admin('pg_database').where({ datname: name }).first('datname');
  if (await exists()) {
    return;
  }
  // Of the processes that test at the same time, one makes it. The pool has one connection, which holds the lock.
  await admin.raw('select pg_advisory_lock(hashtext(?))', [name]);
  try {
    if (!(await exists())) {
      const unfinished = `${name}_${randomUUID()}`;
      await admin.raw('create database ??', [unfinished]);
      const knex = server.connect(unfinished);
      await migrateTestDatabase(knex);
      await knex.destroy();
      await admin.raw('alter database ?? rename to ??', [unfinished, name]);
    }
  } finally {
    await admin.raw('select pg_advisory_unlock(hashtext(?))', [name]);
  }
}

/** A PostgreSQL that the test databases are on. */
class Server {
  readonly admin: Knex;
  private readonly open: { name: string; knex: Knex }[] = [];
  private template: Promise<string> | undefined;

  constructor(private readonly url: string) {
    this.admin = knexFactory({
      client: 'pg',
      connection: url,
      pool: { min: 0, max: 1 },
    });
  }

  connect(name: string): Knex {
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return knexFactory({
      client: 'pg',
      connection: url.href,
      // A file has many databases, and a server has so many connections: what is not used is given back.
      pool: { min: 0, max: 5, idleTimeoutMillis: 1_000 },
    });
  }

  /** A database that has the tables of the plugin. */
  async migrated(): Promise<Knex> {
    this.template ??= (async () => {
      const made = templateName();
      await makeTemplate(this, made);
      return made;
    })();
    return this.copy(await this.template);
  }

  /** What others are copied from must have no connection. */
  async close(knex: Knex): Promise<string> {
    const { name } = this.open.find(one => one.knex === knex)!;
    await knex.destroy();
    return name;
  }

  async copy(template: string): Promise<Knex> {
    const name = `test_${randomUUID()}`;
    await this.admin.raw('create database ?? template ?? strategy file_copy', [
      name,
      template,
    ]);
    const knex = this.connect(name);
    this.open.push({ name, knex });
    return knex;
  }

  async shutdown(): Promise<void> {
    for (const { name, knex } of this.open.splice(0)) {
      await knex.destroy();
      await this.admin.raw('drop database ?? with (force)', [name]);
    }
    await this.admin.destroy();
  }
}

/** Databases in memory. */
class Memory {
  private readonly open: Knex[] = [];

  /** What a database holds, as a file of it would. */
  async imageOf(knex: Knex): Promise<Buffer> {
    const connection = await knex.client.acquireConnection();
    try {
      return connection.serialize();
    } finally {
      await knex.client.releaseConnection(connection);
    }
  }

  copy(image: Buffer): Knex {
    const knex = knexFactory({
      client: 'better-sqlite3',
      // The driver takes what a file holds in place of its name.
      connection: { filename: image as unknown as string },
      useNullAsDefault: true,
    });
    this.open.push(knex);
    return knex;
  }

  async shutdown(): Promise<void> {
    await Promise.all(this.open.splice(0).map(knex => knex.destroy()));
  }
}

/** What is done in a database before it is copied. */
type Preparation = (knex: Knex) => Promise<unknown>;

/**
 * Databases of the portals that are supported, for a test file. What it makes is gone after the tests.
 */
export class TestDatabases {
  private server: Server | undefined;
  private readonly memory = new Memory();
  private readonly images = new Map<Preparation, Promise<Buffer>>();
  private readonly templates = new Map<Preparation, Promise<string>>();

  static create(options?: { ids?: TestDatabaseId[] }): TestDatabases {
    const databases = new TestDatabases(Library.create(options));
    afterAll(async () => {
      await databases.memory.shutdown();
      await databases.server?.shutdown();
    }, 60_000);
    return databases;
  }

  /**
   * One of them, for what the services decide in TypeScript: PostgreSQL where the tests have one. Its statements
   * are tested on both beside the store and the routes.
   */
  static one(): TestDatabases {
    const hasServer =
      process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
    return TestDatabases.create({
      ids: [hasServer ? 'POSTGRES_18' : 'SQLITE_3'],
    });
  }

  private constructor(private readonly library: LibraryDatabases) {}

  supports(id: TestDatabaseId): boolean {
    return this.library.supports(id);
  }

  eachSupportedId(): [TestDatabaseId][] {
    return this.library.eachSupportedId();
  }

  /** A database of its own that has nothing in it. */
  empty(id: TestDatabaseId): Promise<Knex> {
    return this.library.init(id);
  }

  /** A database of its own that has the tables of the plugin. */
  async init(id: TestDatabaseId): Promise<Knex> {
    const url =
      process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
    if (id === 'POSTGRES_18' && url) {
      // Copied from one that was migrated: a tenth of the time.
      this.server ??= new Server(url);
      return this.server.migrated();
    }
    if (id === 'SQLITE_3') {
      return this.copyInMemory(migrateTestDatabase, () => this.empty(id));
    }
    const knex = await this.empty(id);
    await migrateTestDatabase(knex);
    return knex;
  }

  /** One in which the same was done, too: once for all that ask for it. */
  async prepared(id: TestDatabaseId, prepare: Preparation): Promise<Knex> {
    if (id === 'SQLITE_3') {
      return this.copyInMemory(prepare, () => this.init(id));
    }
    const made = this.templates.get(prepare);
    if (made && this.server) {
      return this.server.copy(await made);
    }
    const knex = await this.init(id);
    const done = prepare(knex);
    const { server } = this;
    if (!server) {
      await done;
      return knex;
    }
    const template = done.then(() => server.close(knex));
    this.templates.set(prepare, template);
    return server.copy(await template);
  }

  private async copyInMemory(
    prepare: Preparation,
    start: () => Promise<Knex>,
  ): Promise<Knex> {
    const make = async () => {
      const knex = await start();
      await prepare(knex);
      return this.memory.imageOf(knex);
    };
    const image = this.images.get(prepare) ?? make();
    this.images.set(prepare, image);
    return this.memory.copy(await image);
  }
}
