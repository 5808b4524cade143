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

/** The databases of a server that are used again, and from which template each was copied. */
const POOL = 'test_database';

/** Makes a database that others are copied from, unless it is there. */
async function makeTemplate(server: Server, name: string): Promise<void> {
  const { admin } = server;
  const exists = async () =>
    (await admin.schema.hasTable(POOL)) &&
    (await admin('pg_database').where({ datname: name }).first('datname'));
  if (await exists()) {
    return;
  }
  // Of the processes that test at the same time, one makes it. The pool has one connection, which holds the lock.
  await admin.raw('select pg_advisory_lock(hashtext(?))', [name]);
  try {
    if (!(await exists())) {
      await admin.raw(
        'create table if not exists ?? (name text primary key, template text not null, free boolean not null)',
        [POOL],
      );
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

/** Everything that a test can have changed of the tables themselves. */
const schemaOf = `
  select md5(string_agg(part, e'\n' order by part)) as schema from (
    select format('%s %s %s %s', attrelid::regclass, attname, atttypid::regtype, attnotnull) as part
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
    union all select pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indrelid
      where relnamespace = 'public'::regnamespace
    union all select pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    union all select format('%s %s', pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
    union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
    union all select format('%s %s', id, name) from knex_migrations
  ) as parts`;

/** Without triggers: nothing may be deleted from some tables. */
const emptyTables = `
  do $$ declare statement text; begin
    set local session_replication_role = replica;
    for statement in
      select case when pg_relation_size(oid) > 1000000 then 'truncate %s cascade' else 'delete from %s' end
          || '|' || oid::regclass
        from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'knex%'
    loop
      execute format(split_part(statement, '|', 1), split_part(statement, '|', 2));
    end loop;
  end $$`;

/** The rows of each table that has some, as JSON. */
type Content = Map<string, string>;

/** A PostgreSQL that the test databases are on. */
class Server {
  readonly admin: Knex;
  private readonly open: { name: string; knex: Knex }[] = [];
  private template: Promise<{ name: string; schema?: string }> | undefined;

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

  /** A database that has the tables of the plugin, and nothing in them unless it is told. */
  async database(content?: Content): Promise<Knex> {
    this.template ??= (async () => {
      const name = templateName();
      await makeTemplate(this, name);
      return { name };
    })();
    const knex = (await this.usedBefore()) ?? (await this.copy());
    for (const [table, rows] of content ?? []) {
      await knex.transaction(async trx => {
        await trx.raw('set local session_replication_role = replica');
        await trx.raw(
          'insert into ?? select * from json_populate_recordset(null::public.??, ?)',
          [table, table, rows],
        );
      });
    }
    return knex;
  }

  async contentOf(knex: Knex): Promise<Content> {
    const content: Content = new Map();
    const tables = await knex('pg_tables')
      .where({ schemaname: 'public' })
      .whereNot('tablename', 'like', 'knex%')
      .pluck('tablename');
    for (const table of tables) {
      const { rows } = await knex.raw(
        'select json_agg(one)::text as rows from ?? as one',
        [table],
      );
      if (rows[0].rows !== null) {
        content.set(table, rows[0].rows);
      }
    }
    return content;
  }

  /** One that another test file has left, emptied: a tenth of the time that a copy takes. */
  private async usedBefore(): Promise<Knex | undefined> {
    const template = await this.template!;
    for (;;) {
      const { rows } = await this.admin.raw(
        `update ${POOL} set free = false where name = (
          select name from ${POOL} where free and template = ? limit 1 for update skip locked
        ) returning name`,
        [template.name],
      );
      if (rows.length === 0) {
        return undefined;
      }
      const [{ name }] = rows;
      const knex = this.connect(name);
      template.schema ??= await this.schemaOfTemplate(template.name);
      const { rows: now } = await knex.raw(schemaOf);
      if (now[0].schema === template.schema) {
        await knex.raw(emptyTables);
        this.open.push({ name, knex });
        return knex;
      }
      await knex.destroy();
      await this.drop(name);
    }
  }

  private async schemaOfTemplate(name: string): Promise<string> {
    const knex = this.connect(name);
    try {
      return (await knex.raw(schemaOf)).rows[0].schema;
    } finally {
      await knex.destroy();
    }
  }

  private async copy(): Promise<Knex> {
    const template = await this.template!;
    const name = `test_${randomUUID()}`;
    await this.admin.raw('create database ?? template ?? strategy file_copy', [
      name,
      template.name,
    ]);
    await this.admin(POOL).insert({
      name,
      template: template.name,
      free: false,
    });
    const knex = this.connect(name);
    this.open.push({ name, knex });
    return knex;
  }

  private async drop(name: string): Promise<void> {
    await this.admin.raw('drop database ?? with (force)', [name]);
    await this.admin(POOL).where({ name }).delete();
  }

  /** What is open is given to other files. */
  async shutdown(): Promise<void> {
    for (const { name, knex } of this.open.splice(0)) {
      await knex.destroy();
      // What a test has left connected must not write to the next one's.
      await this.admin.raw(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = ?',
        [name],
      );
      await this.admin(POOL).where({ name }).update({ free: true });
    }
    await this.admin.destroy();
  }
}

interface SqliteConnection {
  prepare(sql: string): { busy: boolean };
}

/** Knex prepares a statement each time, which is a fifth of what a test on SQLite takes. */
function prepareOnce(connection: SqliteConnection): void {
  const prepare = connection.prepare.bind(connection);
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  connection.prepare = sql => {
    const known = prepared.get(sql);
    if (known && !known.busy) {
      return known;
    }
    const statement = prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
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
      pool: {
        min: 1,
        max: 1,
        afterCreate(connection: SqliteConnection, done: () => void) {
          prepareOnce(connection);
          done();
        },
      },
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
  private readonly contents = new Map<Preparation, Promise<Content>>();

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
      this.server ??= new Server(url);
      return this.server.database();
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
    const made = this.contents.get(prepare);
    if (made && this.server) {
      return this.server.database(await made);
    }
    const knex = await this.init(id);
    const done = prepare(knex);
    const { server } = this;
    if (server) {
      this.contents.set(
        prepare,
        done.then(() => server.contentOf(knex)),
      );
    }
    await (this.contents.get(prepare) ?? done);
    return knex;
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
