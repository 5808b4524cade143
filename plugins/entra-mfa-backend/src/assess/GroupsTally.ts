import type { PersonState } from '@entra-mfa/backstage-plugin-entra-mfa-common';

const counted = ['covered', 'uncovered', 'unknown', 'exempt'] as const;

/** What is counted of a group. */
export type GroupCounts = Record<(typeof counted)[number] | 'people', number>;

/**
 * Adds up the people of groups: who is in a group is in each group around it too, and counts once in each, by however
 * many ways. A few bytes a group, and nobody is kept.
 */
export class GroupsTally {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #outer: ReadonlyMap<string, readonly string[]>;
  /** The groups around each that was met, by number, with itself. */
  readonly #around = new Map<string, readonly number[]>();
  readonly #counts: Record<keyof GroupCounts, Int32Array>;
  /** The number of the last person who was counted in each. */
  readonly #last: Int32Array;
  #people = 0;

  /**
   * @param ids - of the groups that are counted
   * @param edges - which group is directly in which; groups may be inside each other
   */
  constructor(
    readonly ids: readonly string[],
    private readonly edges: readonly { inner: string; outer: string }[],
  ) {
    this.#numbers = new Map(ids.map((id, number) => [id, number]));
    const outer = new Map<string, string[]>();
    for (const edge of edges) {
      const all = outer.get(edge.inner) ?? [];
      all.push(edge.outer);
      outer.set(edge.inner, all);
    }
    this.#outer = outer;
    const zeros = () => new Int32Array(ids.length);
    this.#counts = {
      people: zeros(),
      covered: zeros(),
      uncovered: zeros(),
      unknown: zeros(),
      exempt: zeros(),
    };
    this.#last = zeros();
  }

  /** Takes in a person once, with all groups that they are directly in. */
  add(state: PersonState, groups: readonly string[]): void {
    this.#people += 1;
    const kind = counted.find(one => one === state);
    for (const group of groups) {
      for (const number of this.#aroundOf(group)) {
        if (this.#last[number] !== this.#people) {
          this.#last[number] = this.#people;
          this.#counts.people[number] += 1;
          if (kind) {
            this.#counts[kind][number] += 1;
          }
        }
      }
    }
  }

  countsOf(id: string): GroupCounts {
    const number = this.#numbers.get(id)!;
    const of = (what: keyof GroupCounts) => this.#counts[what][number];
    return {
      people: of('people'),
      covered: of('covered'),
      uncovered: of('uncovered'),
      unknown: of('unknown'),
      exempt: of('exempt'),
    };
  }

  /** How many groups inside each are not among those that are counted; nothing of one that has none. */
  notCounted(): ReadonlyMap<string, number> {
    const inside = new Map<string, Set<string>>();
    for (const { inner } of this.edges) {
      for (const number of this.#numbers.has(inner)
        ? []
        : this.#aroundOf(inner)) {
        const id = this.ids[number];
        const known = inside.get(id) ?? new Set();
        inside.set(id, known.add(inner));
      }
    }
    return new Map([...inside].map(([id, { size }]) => [id, size]));
  }

  #aroundOf(group: string): readonly number[] {
    const known = this.#around.get(group);
    if (known) {
      return known;
    }
    const met = new Set([group]);
    for (const id of met) {
      this.#outer.get(id)?.forEach(outer => met.add(outer));
    }
    const around = [...met].flatMap(id => this.#numbers.get(id) ?? []);
    this.#around.set(group, around);
    return around;
  }
}
