import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';

/** For so long a picture is as good as new, here and in browsers. */
export const FRESH_FOR_SECONDS = 60;

/**
 * The pictures that anybody may see: each is drawn once in a while, however many ask, so that who is not
 * signed in makes no work. There are as many as were listed.
 */
export class KeptPictures {
  readonly #clock: EntraMfaClock;
  readonly #drawn = new Map<string, { at: number; picture: Promise<string> }>();

  constructor(clock: EntraMfaClock) {
    this.#clock = clock;
  }

  /** The picture of that key, as it was drawn at most so long ago. */
  get(key: string, draw: () => Promise<string>): Promise<string> {
    const now = this.#clock.now().getTime();
    const kept = this.#drawn.get(key);
    if (kept && now - kept.at < FRESH_FOR_SECONDS * 1000) {
      return kept.picture;
    }
    const drawn = { at: now, picture: draw() };
    this.#drawn.set(key, drawn);
    drawn.picture.catch(() => {
      if (this.#drawn.get(key) === drawn) {
        this.#drawn.delete(key);
      }
    });
    return drawn.picture;
  }
}
