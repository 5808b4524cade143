import type { Collector } from '../collectors/types';
import { users } from '../collectors/users';
import { ownedEntity } from './rows';
import type { Page, PageSource, ReadOptions } from '../graph/types';

/** What a catalog of a directory looks like. */
export interface CatalogShape {
  /** How many teams there are, in one tree. */
  teams: number;
  teamsInAParent: number;
  /** The teams of the user at a place of the directory, from 0; null for one whom it does not know. */
  teamsOf(place: number): number[] | null;
  /** How many services there are; none where nothing is said. */
  services?: number;
  /** How many users there are whom the directory does not know. */
  strangers?: number;
}

/** A tree of teams in which everybody is in one of them, but every fifth in two and every fiftieth in none. */
export const unevenCatalog: CatalogShape = {
  teams: 200,
  teamsInAParent: 4,
  teamsOf(place) {
    const number = place + 1;
    if (number % 50 === 0) {
      return null;
    }
    return [number % 200, ...(number % 5 === 0 ? [number % 7] : [])];
  },
};

/** A catalog of a simulated directory. It holds nobody: it reads the directory again. */
export class DirectoryCatalog implements PageSource {
  constructor(
    private readonly directory: PageSource,
    private readonly shape: CatalogShape = unevenCatalog,
  ) {}

  async *read(collector: Collector, options: ReadOptions): AsyncIterable<Page> {
    const { teams, teamsInAParent, teamsOf } = this.shape;
    if (collector.id === 'catalog-groups') {
      yield pageOf(
        Array.from({ length: teams }, (_, number) =>
          team(number, teamsInAParent),
        ),
      );
    } else if (collector.id === 'catalog-ownership' && !this.shape.services) {
      yield pageOf([]);
    } else if (collector.id === 'catalog-ownership') {
      for await (const page of this.directory.read(users, options)) {
        yield pageOf(this.#services(page.rows as { id: string }[]));
        break;
      }
    } else {
      let place = 0;
      for await (const page of this.directory.read(users, options)) {
        const rows: object[] = [];
        for (const row of page.rows) {
          const own = teamsOf(place);
          place += 1;
          if (own) {
            rows.push(user(row as { id: string; mail?: string }, own));
          }
        }
        yield { ...page, rows };
      }
      yield pageOf(
        Array.from({ length: this.shape.strangers ?? 0 }, (_, number) =>
          user({ id: `00000000-0000-4000-9000-${1e11 + number}` }, [0]),
        ),
      );
    }
  }

  /** Each is owned by a team; some by another one, by a User or by a team that is not there, too. */
  #services(people: { id: string }[]): object[] {
    const { teams, services = 0 } = this.shape;
    return Array.from({ length: services }, (_, number) => {
      const owners = [`group:default/team-${number % teams}`];
      if (number % 3 === 0) {
        owners.push(`group:default/team-${(number * 7) % teams}`);
      }
      if (number % 5 === 0) {
        owners.push(`user:default/${people[number].id}`);
      }
      if (number % 10 === 1) {
        owners.push('group:default/gone');
      }
      return ownedEntity(`service-${number}`, owners);
    });
  }
}

function pageOf(rows: unknown[]): Page {
  return { rows, nextLink: null, calls: 0, waitedMs: 0, requestIds: [] };
}

function team(number: number, teamsInAParent: number) {
  const parent = Math.floor((number - 1) / teamsInAParent);
  return {
    kind: 'Group',
    metadata: { name: `team-${number}` },
    relations:
      number === 0
        ? []
        : [{ type: 'childOf', targetRef: `group:default/team-${parent}` }],
  };
}

function user({ id, mail }: { id: string; mail?: string }, teams: number[]) {
  return {
    kind: 'User',
    metadata: { name: id, annotations: { 'graph.microsoft.com/user-id': id } },
    spec: { profile: { email: mail } },
    relations: teams.map(number => ({
      type: 'memberOf',
      targetRef: `group:default/team-${number}`,
    })),
  };
}
