import { teamTemplates } from './teamTemplate';

/** A team: a group whose direct members are the people of a range of seats, and its sub-teams. */
export type Team = {
  /** Position in the list of teams. */
  index: number;
  name: string;
  mailNickname: string;
  parent?: number;
  children: number[];
  /** The first seat, and the one after the last. */
  seats: [from: number, to: number];
  share: [first: number, ninetieth: number];
};

const peopleInTemplate = teamTemplates.reduce(
  (sum, { people }) => sum + people,
  0,
);
const largestTeam = 60;

const asNickname = (name: string) => name.toLowerCase().replace(/ /g, '-');

/**
 * The teams for that many seats. A small organisation has the first few of the template, a large one
 * splits the template's teams into numbered sub-teams of at most 60 people.
 */
export function buildTeams(seats: number): Team[] {
  const count = Math.min(
    teamTemplates.length,
    Math.max(4, Math.ceil(seats / 15)),
  );
  const used = teamTemplates.slice(0, count);
  const people = used.reduce((sum, template) => sum + template.people, 0);
  const factor =
    seats / (count === teamTemplates.length ? peopleInTemplate : people);
  const teams: Team[] = [];
  const add = (
    name: string,
    parent: number | undefined,
    seatsOfTeam: [number, number],
    share: [number, number],
  ) => {
    const index = teams.length;
    teams.push({
      index,
      name,
      mailNickname: asNickname(name),
      parent,
      children: [],
      seats: seatsOfTeam,
      share,
    });
    if (parent !== undefined) {
      teams[parent].children.push(index);
    }
    return index;
  };

  let cumulative = 0;
  let from = 0;
  const indexOf = new Map<string, number>();
  for (const template of used) {
    cumulative += template.people;
    const to = Math.round(cumulative * factor);
    const parent = template.parent ? indexOf.get(template.parent) : undefined;
    const parts = Math.ceil((to - from) / largestTeam);
    if (parts <= 1) {
      indexOf.set(
        template.name,
        add(template.name, parent, [from, to], template.share),
      );
    } else {
      const own = from + Math.min(5, to - from);
      const top = add(template.name, parent, [from, own], template.share);
      indexOf.set(template.name, top);
      for (let part = 0; part < parts; part++) {
        add(
          `${template.name} ${part + 1}`,
          top,
          [
            own + Math.floor(((to - own) * part) / parts),
            own + Math.floor(((to - own) * (part + 1)) / parts),
          ],
          template.share,
        );
      }
    }
    from = to;
  }
  return teams;
}

/** The team that a seat belongs to; teams hold ascending ranges of seats. */
export function teamOfSeat(teams: readonly Team[], seat: number): Team {
  let low = 0;
  let high = teams.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (teams[middle].seats[1] > seat) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return teams[low];
}
