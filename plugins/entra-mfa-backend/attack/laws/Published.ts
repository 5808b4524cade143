import type { FaultProfileInput } from 'entra-simulator';
import type { SyncEnd } from '../replica/messages';
import type { AttackedTenant } from '../world/AttackedTenant';
import { hold, same } from './LawBrokenError';
import type { Look } from './lookAt';
import { recount, told } from './recount';

type Rules = NonNullable<FaultProfileInput['rules']>;

/** Faults by which an answer looks whole and is not. */
const lying = ['emptyPage', 'wrongTypeRows', 'nobodyRegistered'];

/** Fewer people than these may vanish at once. */
const FEW = 20;

/** What a sync may publish: what the tenant had, and no half of it. */
export class Published {
  /** What the next snapshot has to come to, if that is certain. */
  #expected: 'exactly' | 'no-less' | null = null;
  /** Whether pages of an earlier sync may be part of the next. */
  #left = false;
  #lied = false;
  #open = 0;
  #total = 0;
  #number = 0;

  constructor(private readonly tenant: AttackedTenant) {}

  begin(): { left: boolean } {
    this.#open += 1;
    return { left: this.#left };
  }

  end(
    { left }: { left: boolean },
    how: { end: SyncEnd | null; faults: Rules; alone: boolean },
  ): void {
    this.#open -= 1;
    const { end, faults, alone } = how;
    const lies = faults.some(({ kind }) => lying.includes(kind));
    const certain = alone && !left;
    this.#left = !end || end.failure !== null || !alone;
    if (lies) {
      // Believed when it is read so a second time.
      this.#expected = this.#lied || !certain ? null : 'no-less';
    } else {
      this.#expected = certain && !this.#lied ? 'exactly' : null;
    }
    this.#lied = lies;
  }

  /** The first look at a new snapshot. */
  holds({ number, at, overview }: Look): void {
    if (number === this.#number) {
      return;
    }
    const expected = number === this.#number + 1 ? this.#expected : null;
    const { accounts } = this.tenant;
    const { total } = overview.directory!;
    if (expected === 'exactly') {
      const right = recount(accounts.values(), new Set(), new Date(at));
      const { states: _, ...figures } = told(overview);
      const { states: __, ...expectedFigures } = right;
      same(
        'What is published is what the tenant has',
        sorted(figures),
        sorted(expectedFigures),
      );
    }
    if (expected === 'no-less' && this.#total >= FEW) {
      hold(
        'Half an answer is not published',
        total >= Math.min(this.#total, accounts.size) * 0.9,
        () => `${total} people of ${this.#total}; there are ${accounts.size}`,
      );
    }
    this.#number = number;
    this.#total = total;
  }
}

function sorted(figures: object): object {
  return Object.fromEntries(
    Object.entries(figures)
      .map(([name, value]): [string, unknown] => [
        name,
        typeof value === 'object' ? sorted(value) : value,
      ])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
