import type { Assessment } from '../../assess/types';
import type { FactsAtRow } from '../../store/read/readFactsAt';

/** Somebody who would move. */
export interface Moved {
  id: string;
  change: 'leaves' | 'enters';
}

/** Counts who would leave the scope or come into it, and keeps the first of them: privileged people go first. */
export class ScopeMoves {
  readonly leave = { people: 0, privileged: 0 };
  readonly enter = { people: 0, privileged: 0 };
  readonly #limit: number;
  readonly #privileged: Moved[] = [];
  readonly #others: Moved[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(
    { object_id: id, assessed }: Pick<FactsAtRow, 'object_id' | 'assessed'>,
    { state, privileged }: Pick<Assessment, 'state' | 'privileged'>,
  ): void {
    const was = assessed?.state === 'out-of-scope';
    const would = state === 'out-of-scope';
    if (assessed === null || was === would) {
      return;
    }
    const moves = would ? this.leave : this.enter;
    moves.people += 1;
    moves.privileged += privileged ? 1 : 0;
    const list = privileged ? this.#privileged : this.#others;
    if (list.length < this.#limit) {
      list.push({ id, change: would ? 'leaves' : 'enters' });
    }
  }

  first(): Moved[] {
    return [...this.#privileged, ...this.#others].slice(0, this.#limit);
  }
}
