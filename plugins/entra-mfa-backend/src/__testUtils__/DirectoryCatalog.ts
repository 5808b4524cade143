import type { Collector } from '../collectors/types';
import { users } from '../collectors/users';
import type { Page, PageSource, ReadOptions } from '../graph/types';

const TEAMS = 200;
const TEAMS_IN_A_PARENT = 4;

/**
 * A catalog of a simulated directory: a tree of teams, everybody in one of them, every fifth person in
 * a second one, and every fiftieth not known to it. It holds nobody: it reads the directory again.
 */
export class DirectoryCatalog implements PageSource {
  constructor(private readonly directory: PageSource) {}

  async *read(collector: Collector, options: ReadOptions): AsyncIterable<Page> {
    if (collector.id === 'catalog-groups') {
      yield pageOf(Array.from({ length: TEAMS }, (_, number) => team(number)));
    } else if (collector.id === 'catalog-ownership') {
      yield pageOf([]);
    } else {
      let number = 0;
      for await (const page of this.directory.read(users, options)) {
        const rows: object[] = [];
        for (const row of page.rows) {
          number += 1;
          if (number % 50 !== 0) {
            rows.push(user((row as { id: string }).id, number));
          }
        }
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

function user(id: string, number: number) {
  const teams = [number % TEAMS, ...(number % 5 === 0 ? [number % 7] : [])];
  return {
    kind: 'User',
    metadata: { name: id, annotations: { 'graph.microsoft.com/user-id': id } },
    relations: teams.map(of => ({
      type: 'memberOf',
      targetRef: `group:default/team-${of}`,
    })),
  };
}
