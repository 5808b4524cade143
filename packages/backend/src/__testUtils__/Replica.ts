import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './freePort';
import { until } from './until';

/** One portal in a process of its own: the one that `yarn start` runs. */
export class Replica {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #url: string;
  #output = '';

  /** Starts a portal, and resolves when it says that it is ready for requests. */
  static async start(options: {
    name: string;
    config: object;
    env: Record<string, string>;
    folder: string;
  }): Promise<Replica> {
    const { name, config, env, folder } = options;
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const configFile = join(folder, `${name}.yaml`);
    const address = { baseUrl: url, listen: { host: '127.0.0.1', port } };
    // JSON is YAML.
    await writeFile(configFile, JSON.stringify({ backend: address }));
    const sharedFile = join(folder, 'shared.yaml');
    await writeFile(sharedFile, JSON.stringify(config));
    const replica = new Replica(url, [configFile, sharedFile], env);
    await until(`${name} is ready`, () => replica.#isReady());
    return replica;
  }

  private constructor(
    url: string,
    configFiles: string[],
    env: Record<string, string>,
  ) {
    const cwd = resolvePackagePath('backend');
    this.#url = url;
    this.#child = spawn(
      process.execPath,
      [
        ...[
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        'src/index.ts',
        ...['--config', join(cwd, '../../app-config.yaml')],
        ...configFiles.flatMap(file => ['--config', file]),
      ],
      {
        cwd,
        env: { ...process.env, NODE_ENV: 'development', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const keep = (data: Buffer) => {
      this.#output += data;
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    this.#ended = new Promise(ended =>
      this.#child.once('close', () => ended()),
    );
  }

  /** Whether it said so in its log. */
  hasLogged(text: string): boolean {
    return this.#output.includes(text);
  }

  /** Asks the plugin as the portal's guest. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const session = await fetch(`${this.#url}/api/auth/guest/refresh`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await session.json();
    return fetch(`${this.#url}/api/entra-mfa/v1${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${backstageIdentity.token}` },
    });
  }

  async read<T>(path: string): Promise<T> {
    const response = await this.ask(path);
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  }

  /** "Sync now". Resolves with the status: accepted, or a conflict with the one under way. */
  async syncNow(tenantId: string): Promise<number> {
    const { status } = await this.ask(`/tenants/${tenantId}/sync`, {
      method: 'POST',
    });
    return status;
  }

  /** Ends it as a machine that fails would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async #isReady(): Promise<boolean> {
    if (this.#child.exitCode !== null) {
      throw new Error(`The portal ended:\n${this.#output.slice(-5000)}`);
    }
    return fetch(`${this.#url}/.backstage/health/v1/readiness`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
