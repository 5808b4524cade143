import type { Runs } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/** Longer than what a start reads keeps waiting between two reads. */
const quietMs = 15_000;

/** Where the demo keeps its data. */
export type DemoDatabase = 'sqlite' | 'postgres';

/** What `npm run demo` says of itself in `running.json`. */
export interface Running {
  portalUrl: string;
  user: string;
  database: DemoDatabase;
  graphRoot: string;
  controlUrl: string;
  certificate: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
}

/**
 * The portal of `npm run demo`, on a port and in a folder of its own; or one that runs already, whose
 * `running.json` is named by E2E_RUNNING.
 */
export class Portal {
  static async start(user: string, database: DemoDatabase): Promise<Portal> {
    const running = process.env.E2E_RUNNING;
    if (running) {
      return new Portal(JSON.parse(readFileSync(running, 'utf8')));
    }
    // One for each database, so that both can be tested at once.
    const directory = `.cache/e2e/${database}`;
    const begun = Date.now();
    const process_ = spawn(
      process.execPath,
      [
        'scripts/demo.mjs',
        // What tests of an earlier run have done is not there any more.
        '--reset',
        ...['--directory', directory],
        ...['--port', String(await freePort())],
        ...['--user', user],
        // The long history is looked at on one of them.
        ...(database === 'postgres' ? ['--postgres', '--history', '30'] : []),
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    await ready(process_);
    const started = readFileSync(
      resolve(root, directory, 'running.json'),
      'utf8',
    );
    const portal = new Portal(JSON.parse(started), process_);
    await portal.#readSince(begun);
    return portal;
  }

  private constructor(
    readonly running: Running,
    private readonly demo?: ChildProcess,
  ) {}

  async stop(): Promise<void> {
    if (this.demo) {
      const ended = new Promise(done => this.demo?.once('close', done));
      this.demo.kill('SIGTERM');
      await ended;
    }
  }

  /** Asks the plugin's API as the user who is signed in. */
  async api<T>(path: string, init: RequestInit = {}): Promise<T> {
    const { portalUrl } = this.running;
    const session = await this.#json<{ backstageIdentity: { token: string } }>(
      `${portalUrl}/api/auth/guest/refresh`,
      { method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    );
    return this.#json<T>(`${portalUrl}/api/entra-mfa/v1${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${session.backstageIdentity.token}` },
    });
  }

  /** How often each fault in force was met. */
  async faultsMet(): Promise<number[]> {
    const url = `${this.running.controlUrl}/control/faults`;
    return (await this.#json<{ hits: number[] }>(url)).hits;
  }

  /** Changes the simulated tenant: its clock, or what goes wrong. */
  async control(
    method: 'POST' | 'PUT',
    path: 'clock' | 'faults',
    body: object,
  ): Promise<void> {
    await this.#json(`${this.running.controlUrl}/control/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /**
   * Resolves when the tenant of today was read and nothing has been read since for a while: a start reads it, its
   * schedule reads it again, and what was decided meanwhile is counted; until then figures change under a test.
   */
  async #readSince(begun: number): Promise<void> {
    for (;;) {
      const { items } = await this.api<Runs>('/runs?limit=1');
      const last = items.at(0);
      // Not when it began: it may go on with what an earlier start left behind.
      const endedAt = last?.state === 'published' && last.endedAt;
      const ended = endedAt ? Date.parse(endedAt) : 0;
      if (ended >= begun && Date.now() - ended >= quietMs) {
        return;
      }
      await new Promise(done => setTimeout(done, 250));
    }
  }

  async #json<T>(url: string, init?: RequestInit): Promise<T> {
    const response = await fetch(url, init);
    if (!response.ok) {
      throw new Error(`${url}: ${response.status} ${await response.text()}`);
    }
    return response.json() as Promise<T>;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

function ready(demo: ChildProcess): Promise<void> {
  return new Promise((done, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (/^Ready, /m.test(output)) {
        done();
      }
    };
    demo.stdout?.on('data', read);
    demo.stderr?.on('data', read);
    demo.once('close', code =>
      reject(new Error(`The demo ended with ${code}:\n${output}`)),
    );
  });
}
