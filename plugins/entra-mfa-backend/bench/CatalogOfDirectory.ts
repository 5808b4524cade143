import { users } from '../src/collectors/users';
import type { Collector } from '../src/collectors/types';
import type { Page, PageSource, ReadOptions } from '../src/graph/types';

const TEAMS = 5_000;
const TEAMS_IN_A_PARENT = 8;

/** A catalog that knows everybody of the directory, each in one team of a tree; it holds nobody. */
export class CatalogOfDirectory implements PageSource {
  constructor(private readonly directory: PageSource) {}

  async *read(collector: Collector, options: ReadOptions): AsyncIterable<Page> {
    if (collector.id === 'catalog-groups') {
      yield pageOf(Array.from({ length: TEAMS }, (_, number) => team(number)));
    } else if (collector.id === 'catalog-ownership') {
      yield pageOf([]);
    } else {
      let number = 0;
      for await (const page of this.directory.read(users, options)) {
        const first = number;
        const rows = page.rows.map((row, index) =>
          user(row as { id: string; mail?: string }, (first + index) % TEAMS),
        );
        number += rows.length;
        yield { ...page, rows };
      }
    }
  }
}

function pageOf(rows: unknown[]): Page {
  return { rows, nextLink: null, calls: 0, waitedMs: 0, requestIds: [] };
}

function team(number: number) {
  const parent = Math.floor((number - 1) / TEAMS_IN_A_PARENT);
  return {
    kind: 'Group',
    metadata: { name: `team-${number}` },
    relations:
      number === 0
        ? []
        : [{ type: 'childOf', targetRef: `group:default/team-${parent}` }],
  };
}

function user({ id, mail }: { id: string; mail?: string }, number: number) {
  return {
    kind: 'User',
    metadata: { name: id, annotations: { 'graph.microsoft.com/user-id': id } },
    spec: { profile: { email: mail } },
    relations: [
      { type: 'memberOf', targetRef: `group:default/team-${number}` },
    ],
  };
}
