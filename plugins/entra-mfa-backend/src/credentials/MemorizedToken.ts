import type { Tokens } from './Tokens';

/** So long before its end a token is renewed. */
const EARLY_MS = 5 * 60_000;

/** A token for Graph, and when it ends. */
export interface AccessToken {
  text: string;
  endsAt: number;
}

/** Keeps an access token in memory, and nothing of what it was asked for with. */
export abstract class MemorizedToken implements Tokens {
  #token: AccessToken | null = null;
  #asking: Promise<AccessToken> | null = null;

  async acquire(renew: boolean): Promise<string> {
    // As MSAL itself: the time of the machine counts for tokens.
    if (renew || !this.#token || this.#token.endsAt - EARLY_MS <= Date.now()) {
      // Asked twice at once, the later refresh token could be lost.
      this.#asking ??= this.ask().finally(() => {
        this.#asking = null;
      });
      this.#token = await this.#asking;
    }
    return this.#token.text;
  }

  forget(): void {
    this.#token = null;
  }

  protected abstract ask(): Promise<AccessToken>;
}
