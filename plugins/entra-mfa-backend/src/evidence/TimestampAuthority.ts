import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  openTimestamp,
  timestampRequest,
  type TimestampSource,
} from '@entra-mfa/evidence';
import { reasonOf } from './reasonOf';

/** Whoever waits for a bundle waits so long for its time stamp. */
const PATIENCE_MS = 10_000;
/** An answer has some certificates, and is no larger than this. */
const MOST_BYTES = 100_000;

/**
 * Asks a time stamp authority over HTTP (RFC 3161, 3.4). It is told a SHA-256, and nothing that it is of.
 */
export class TimestampAuthority implements TimestampSource {
  readonly authority: string;
  readonly #logger: LoggerService;
  readonly #patienceMs: number;

  constructor(
    { url, logger }: { url: string; logger: LoggerService },
    patienceMs = PATIENCE_MS,
  ) {
    this.authority = url;
    this.#logger = logger;
    this.#patienceMs = patienceMs;
  }

  /**
   * The answer about some bytes. It never fails: what the authority does not stamp goes without, and says so itself;
   * whoever wants the stamp asks again.
   */
  async stamp(bytes: Uint8Array): Promise<Uint8Array | null> {
    try {
      const reply = await this.#ask(bytes);
      openTimestamp(reply, bytes);
      return reply;
    } catch (error) {
      this.#logger.warn(
        `${
          new URL(this.authority).host
        } (entraMfa.evidence.timestampAuthority) gave no time stamp: ${reasonOf(
          error,
        )}. A bundle of evidence went out without one; it can be had again.`,
      );
      return null;
    }
  }

  async #ask(bytes: Uint8Array): Promise<Uint8Array> {
    const response = await fetch(this.authority, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/timestamp-query',
        Accept: 'application/timestamp-reply',
      },
      body: Buffer.from(timestampRequest(bytes)),
      redirect: 'error',
      signal: AbortSignal.timeout(this.#patienceMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new TypeError(`it answered ${response.status}`);
    }
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body ?? []) {
      length += part.length;
      if (length > MOST_BYTES) throw new TypeError('its answer is too large');
      parts.push(part);
    }
    return Buffer.concat(parts);
  }
}
