import {
  bases,
  personMarks,
  personStates,
  stateReasons,
  tiers,
  type StateReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { assessFlags } from './assessFlags';
import { PhoneEndsTally } from './PhoneEndsTally';
import { isAtRiskUncovered } from './isAtRiskUncovered';
import { methodTier } from './tier';
import type { Assessment, StoredCounts } from './types';

type Tally<K extends string> = Record<K, number>;

/** Reasons that follow from the flags of a row, and so from the basis. */
const byFlags: ReadonlySet<StateReason> = new Set<StateReason>([
  'registered',
  'capable',
  'not-registered',
  'not-capable',
  'external-method',
  'certificate-scope',
  'capable-not-known',
]);

function tally<K extends string>(keys: readonly K[]): Tally<K> {
  return Object.fromEntries(keys.map(key => [key, 0])) as Tally<K>;
}

/** One line of counts as it adds up: integers alone, so its size does not grow with the people. */
export class StateCounter {
  people = 0;
  inScope = 0;
  readonly states = tally(personStates);
  readonly marks = tally(personMarks);
  readonly phoneEnds = new PhoneEndsTally();
  readonly #reasons = new Map(
    personStates.map(state => [state, new Map<StateReason, number>()]),
  );
  #registered = 0;
  #capable = 0;
  readonly #tiers = tally(tiers);
  #noTier = 0;
  readonly #methods = new Map<string, number>();
  #atRiskUncovered = 0;
  #notInCatalog = 0;
  readonly #bases = {
    registered: { covered: 0, uncovered: 0 },
    capable: { covered: 0, uncovered: 0 },
  };

  /** Adds one person; whoever calls adds each person once. */
  add(person: Assessment, inCatalog: boolean): void {
    this.people += 1;
    this.states[person.state] += 1;
    increase(this.#reasons.get(person.state), person.reason);
    if (person.state === 'out-of-scope') {
      return;
    }
    this.inScope += 1;
    this.#registered += person.registered ? 1 : 0;
    this.#capable += person.capable ? 1 : 0;
    this.#notInCatalog += inCatalog ? 0 : 1;
    if (person.tier === null) {
      this.#noTier += 1;
    } else {
      this.#tiers[person.tier] += 1;
    }
    for (const method of person.methods) {
      increase(this.#methods, method);
    }
    for (const mark of person.marks) {
      this.marks[mark] += 1;
    }
    this.#atRiskUncovered += isAtRiskUncovered(person) ? 1 : 0;
    this.phoneEnds.add(person.phoneEnds);
    this.#addBases(person);
  }

  counts(): StoredCounts {
    return {
      people: this.people,
      states: this.states,
      reasons: personStates.flatMap(state =>
        stateReasons.flatMap(reason => {
          const count = this.#reasons.get(state)?.get(reason);
          return count ? [{ state, reason, count }] : [];
        }),
      ),
      inScope: this.inScope,
      registered: this.#registered,
      capable: this.#capable,
      registeredNotCapable: this.marks['registered-not-capable'],
      tiers: this.#tiers,
      noTier: this.#noTier,
      methods: [...this.#methods]
        .map(([method, count]) => ({ method, tier: methodTier(method), count }))
        .sort((a, b) => (a.method < b.method ? -1 : 1)),
      marks: Object.fromEntries(
        personMarks
          .filter(mark => this.marks[mark] > 0)
          .map(mark => [mark, this.marks[mark]]),
      ),
      ...(this.#atRiskUncovered > 0 && {
        atRiskUncovered: this.#atRiskUncovered,
      }),
      phoneEnds: this.phoneEnds.list(),
      notInCatalog: this.#notInCatalog,
      bases: this.#bases,
    };
  }

  /** Both bases assess by the flags; whom something else decides is the same on both. */
  #addBases(person: Assessment): void {
    for (const basis of bases) {
      const state =
        !byFlags.has(person.reason) || person.registered === null
          ? person.state
          : assessFlags(
              {
                registered: person.registered,
                capable: person.capable,
                methods: person.methods,
              },
              basis,
            ).state;
      if (state === 'covered' || state === 'uncovered') {
        this.#bases[basis][state] += 1;
      }
    }
  }
}

function increase<K>(counts: Map<K, number> | undefined, key: K): void {
  counts?.set(key, (counts.get(key) ?? 0) + 1);
}
