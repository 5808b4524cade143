import type { LoggerService } from '@backstage/backend-plugin-api';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from './reasonOf';

/** Whoever is sent a checkpoint has so long to take it. */
const PATIENCE_MS = 10_000;

/** A signed state of a tenant's log. */
export interface SentCheckpoint {
  tenantId: string;
  /** How many leaves the log had. */
  size: number;
  note: string;
}

/**
 * Hands signed checkpoints on, each once: whoever keeps one can prove later that nothing before it was changed. It never
 * fails: what was not handed on is told in the log, and the next checkpoint vouches for it as well.
 */
export class CheckpointOutlets {
  readonly #directory: string | null;
  readonly #url: string | null;
  readonly #logger: LoggerService;

  /**
   * @param options - `directory`: where each is a file that is never written over; `url`: where each is posted to as text
   */
  constructor(options: {
    directory: string | null;
    url: string | null;
    logger: LoggerService;
  }) {
    this.#directory = options.directory;
    this.#url = options.url;
    this.#logger = options.logger;
  }

  async send(checkpoint: SentCheckpoint): Promise<void> {
    await Promise.all([
      this.#told(checkpoint, 'directory', () => this.#keep(checkpoint)),
      this.#told(checkpoint, 'url', () => this.#post(checkpoint)),
    ]);
  }

  async #told(
    { tenantId, size }: SentCheckpoint,
    setting: 'directory' | 'url',
    act: () => Promise<void>,
  ): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#logger.warn(
        `The checkpoint of ${size} entries of the log of tenant ${tenantId} was not handed on (entraMfa.evidence.checkpoints.${setting}): ${reasonOf(
          error,
        )}. The next one vouches for it as well.`,
      );
    }
  }

  async #keep({ tenantId, size, note }: SentCheckpoint): Promise<void> {
    if (this.#directory === null) return;
    const folder = join(this.#directory, tenantId);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${size}.txt`), note, { flag: 'wx' });
  }

  async #post({ note }: SentCheckpoint): Promise<void> {
    if (this.#url === null) return;
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      body: note,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new TypeError(`it answered ${response.status}`);
  }
}
