import { hold, same } from './LawBrokenError';
import { lasting, lookAt, type Look, type Viewpoint } from './lookAt';
import { readWhole } from './readWhole';
import { teamAddsUp, totalsAddUp } from './totals';

/** What every snapshot of a tenant answered when it was seen first. */
export class Past {
  readonly #seen = new Map<number, { at: string; answers: unknown }>();
  #newest = 0;

  get isPublished(): boolean {
    return this.#newest > 0;
  }

  /** Looks at the newest snapshot: seen before, it answers as it did; or else it is whole. */
  async newest(viewpoint: Viewpoint, which: number): Promise<Look | null> {
    const look = await lookAt(viewpoint);
    if (!look) {
      hold(
        'What was published stays',
        this.#newest === 0,
        () => `snapshot ${this.#newest} is gone`,
      );
      return null;
    }
    hold(
      'What was published stays',
      look.number >= this.#newest,
      () => `snapshot ${look.number} answers instead of ${this.#newest}`,
    );
    this.#newest = look.number;
    const seen = this.#seen.get(look.number);
    if (seen) {
      same(
        'While nothing new is published, all answers stay as they were',
        lasting(look),
        seen.answers,
      );
    } else {
      totalsAddUp(look);
      await readWhole(viewpoint, look.number);
      this.#seen.set(look.number, { at: look.at, answers: lasting(look) });
    }
    await teamAddsUp(viewpoint, look, which);
    return look;
  }

  /** Asks snapshots of the past again. */
  async holds(viewpoint: Viewpoint, many: number, from = 0): Promise<void> {
    const past = [...this.#seen].filter(
      ([, { at }]) => Date.parse(at) <= viewpoint.now,
    );
    for (let i = 0; i < Math.min(many, past.length); i += 1) {
      const [number, { at, answers }] = past[(from + i * 7) % past.length];
      const look = await lookAt(viewpoint, at);
      same(
        'Every past answer is as it was',
        { number: look?.number, answers: lasting(look) },
        { number, answers },
      );
    }
  }
}
