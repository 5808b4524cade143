import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import type { Answers, Command, Reply } from './replica/messages';

/** Nobody waits on a replica's clock: what takes so long never ends. */
const PATIENCE_MS = 5 * 60_000;

/** What is thrown when a process ended before it answered: it was killed. */
export class ReplicaDiedError extends Error {
  name = 'ReplicaDiedError';
}

/** A process that can host the plugin. It takes seconds to load, so one is always kept in reserve. */
export class ReplicaProcess {
  readonly #child: ChildProcess;
  readonly #open = new Map<
    number,
    { done(value: unknown): void; fail(error: Error): void }
  >();
  readonly #ready: Promise<void>;
  readonly #ended: Promise<void>;
  #commands = 0;
  #output = '';
  alive = true;

  constructor(certificatePath: string) {
    this.#child = fork(resolve(__dirname, 'replica/main.ts'), [], {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      env: {
        ...process.env,
        NODE_ENV: 'test',
        NODE_EXTRA_CA_CERTS: certificatePath,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const hear = (text: Buffer) => {
      this.#output += text;
    };
    this.#child.stdout!.on('data', hear);
    this.#child.stderr!.on('data', hear);
    this.#ready = new Promise((done, fail) => {
      this.#open.set(0, { done: () => done(), fail });
    });
    this.#ready.catch(() => {});
    this.#child.on('message', (message: Partial<Reply>) => this.#hear(message));
    // What cannot be sent to a dying process is told by its end.
    this.#child.on('error', () => {});
    this.#child.once('disconnect', () => {
      this.alive = false;
    });
    this.#ended = new Promise(done => {
      this.#child.once('exit', () => {
        this.alive = false;
        for (const { fail } of this.#open.values()) {
          fail(new ReplicaDiedError('The replica was killed'));
        }
        this.#open.clear();
        done();
      });
    });
  }

  async tell<Kind extends Command['kind']>(
    command: Extract<Command, { kind: Kind }>,
  ): Promise<Answers[Kind]> {
    await this.#ready;
    if (!this.alive) {
      await this.#ended;
      throw new ReplicaDiedError('The replica is dead');
    }
    this.#commands += 1;
    const id = this.#commands;
    return new Promise((done, fail) => {
      const patience = setTimeout(
        () => fail(new Error(`It did not end in time: ${command.kind}`)),
        PATIENCE_MS,
      );
      this.#open.set(id, {
        done: value => {
          clearTimeout(patience);
          done(value as Answers[Kind]);
        },
        fail: error => {
          clearTimeout(patience);
          fail(error);
        },
      });
      // It may die at this very moment; then it never answers, and its end says so.
      this.#child.send({ id, command }, () => {});
    });
  }

  /** What it wrote since it was asked last. */
  takeOutput(): string {
    const output = this.#output;
    this.#output = '';
    return output;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  #hear({ id, value, error }: Partial<Reply>): void {
    const open = id === undefined ? undefined : this.#open.get(id);
    // The loader that makes TypeScript run here tells its parent what it loads, too.
    if (id === undefined || !open) {
      return;
    }
    this.#open.delete(id);
    if (error === undefined) {
      open.done(value);
    } else {
      open.fail(new Error(error));
    }
  }
}
