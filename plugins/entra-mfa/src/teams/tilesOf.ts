import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ShownTeam } from './shownTeam';

type Team = ShownTeam<TeamSummary>;

/** A team and where it stands in the picture, in parts of it. */
export interface Tile {
  team: Team;
  /** Whom its figure counts: what it is as large as. */
  counted: number;
  left: string;
  top: string;
  width: string;
  height: string;
}

/** How much wider than high the picture is, as its styles say. */
const WIDTH = 240;
const HEIGHT = 100;

/** Places teams so that each is as large as the people that its figure counts; one that counts nobody has no place. */
export function tilesOf(teams: readonly Team[]): Tile[] {
  const sized = teams.map(team => ({
    team,
    counted: team.coverage.covered + team.coverage.uncovered,
  }));
  const root = hierarchy<{ children?: typeof sized; counted?: number }>({
    children: sized.filter(({ counted }) => counted > 0),
  })
    .sum(({ counted = 0 }) => counted)
    .sort((a, b) => b.value! - a.value!);
  const placed = treemap<typeof root.data>()
    .size([WIDTH, HEIGHT])
    .tile(treemapSquarify)(root);
  const part = (length: number, of: number) =>
    `${((length * 100) / of).toFixed(3)}%`;
  return (placed.children ?? []).map(({ data, x0, x1, y0, y1 }) => ({
    ...(data as (typeof sized)[number]),
    left: part(x0, WIDTH),
    top: part(y0, HEIGHT),
    width: part(x1 - x0, WIDTH),
    height: part(y1 - y0, HEIGHT),
  }));
}
