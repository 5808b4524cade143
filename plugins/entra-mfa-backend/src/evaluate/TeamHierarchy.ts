import type { CatalogGroupBody } from '../collectors/types';

/** One team, by its number. */
export interface Team {
  ref: string;
  title: string;
  /** The parent's number; -1 for none. */
  parent: number;
  depth: number;
  subTeams: number;
  /** As the catalog says it; null for the configured one. */
  target: string | null;
}

/**
 * The teams of the catalog and their parents. The catalog promises no tree: a parent that does not
 * exist is no parent, and of teams that are each other's parents the one with the first ref is taken
 * for the top.
 */
export class TeamHierarchy {
  readonly teams: readonly Team[];
  readonly #numbers: ReadonlyMap<string, number>;
  /** For each team the last question that met it: see `withParents`. */
  readonly #metBy: Int32Array;
  #questions = 0;

  /** @param groups - sorted by ref */
  constructor(groups: readonly { ref: string; body: CatalogGroupBody }[]) {
    const numbers = new Map(groups.map(({ ref }, number) => [ref, number]));
    const parents = groups.map(
      ({ body }) => numbers.get(body.parentRef ?? '') ?? -1,
    );
    cutCycles(parents);
    this.#numbers = numbers;
    const teams = groups.map(({ ref, body }, number) => ({
      ref,
      title: body.title,
      parent: parents[number],
      depth: ancestors(parents, number).length,
      subTeams: 0,
      target: body.target,
    }));
    for (const { parent } of teams) {
      if (parent !== -1) {
        teams[parent].subTeams += 1;
      }
    }
    this.teams = teams;
    this.#metBy = new Int32Array(teams.length);
  }

  /** The number of a team; -1 for one that the catalog does not have. */
  numberOf(ref: string): number {
    return this.#numbers.get(ref) ?? -1;
  }

  /** The given teams and, after them, all teams above them, each once. */
  withParents(own: readonly number[]): number[] {
    this.#questions += 1;
    const all = [...own];
    for (const team of own) {
      this.#metBy[team] = this.#questions;
    }
    for (const team of own) {
      let parent = this.teams[team].parent;
      while (parent !== -1 && this.#metBy[parent] !== this.#questions) {
        this.#metBy[parent] = this.#questions;
        all.push(parent);
        parent = this.teams[parent].parent;
      }
    }
    return all;
  }
}

/** Every walk upwards ends: where one comes back to its own path, that circle is cut at its first. */
function cutCycles(parents: number[]): void {
  const walkOf = new Int32Array(parents.length).fill(-1);
  for (let start = 0; start < parents.length; start += 1) {
    let team = start;
    while (team !== -1 && walkOf[team] === -1) {
      walkOf[team] = start;
      team = parents[team];
    }
    if (team !== -1 && walkOf[team] === start) {
      let first = team;
      for (let next = parents[team]; next !== team; next = parents[next]) {
        first = Math.min(first, next);
      }
      parents[first] = -1;
    }
  }
}

function ancestors(parents: readonly number[], team: number): number[] {
  const found: number[] = [];
  for (let next = parents[team]; next !== -1; next = parents[next]) {
    found.push(next);
  }
  return found;
}
