import { PhoneEndsTally } from '../PhoneEndsTally';
import type { Assessment } from '../types';

/** The people of a set of owners, each once. */
export interface OwnersCounts {
  people: number;
  covered: number;
  uncovered: number;
  unknown: number;
  exempt: number;
  phone_only: number;
  /** JSON of the contract's `phoneEndsSchema`; null in snapshots of earlier versions. */
  phone_ends: string | null;
  privileged_uncovered: number | null;
  owners_not_found: number;
}

/** What owning takes of an assessment. */
export type Owner = Pick<
  Assessment,
  'state' | 'marks' | 'phoneEnds' | 'privileged'
>;

/** Adds up the people of one set of owners; whoever calls adds each person once. */
export class OwnersCounter {
  #people = 0;
  readonly #states = {
    covered: 0,
    uncovered: 0,
    unknown: 0,
    exempt: 0,
    'out-of-scope': 0,
  };
  #phoneOnly = 0;
  readonly #phoneEnds = new PhoneEndsTally();
  #privilegedUncovered = 0;
  #privilegedKnown = true;

  add({ state, marks, phoneEnds, privileged }: Owner): void {
    this.#people += 1;
    this.#states[state] += 1;
    if (state !== 'out-of-scope' && marks.includes('phone-only')) {
      this.#phoneOnly += 1;
      this.#phoneEnds.add(phoneEnds);
    }
    if (state === 'uncovered') {
      this.#privilegedUncovered += privileged ? 1 : 0;
      // One of whom it is not known makes the sum a guess.
      this.#privilegedKnown &&= privileged !== null;
    }
  }

  counts(ownersNotFound: number): OwnersCounts {
    const { covered, uncovered, unknown, exempt } = this.#states;
    return {
      people: this.#people,
      covered,
      uncovered,
      unknown,
      exempt,
      phone_only: this.#phoneOnly,
      phone_ends: JSON.stringify(this.#phoneEnds.list()),
      privileged_uncovered: this.#privilegedKnown
        ? this.#privilegedUncovered
        : null,
      owners_not_found: ownersNotFound,
    };
  }
}
