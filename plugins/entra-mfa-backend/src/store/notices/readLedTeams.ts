import type { Knex } from 'knex';
import { coverageAt } from '../asOf/coverageAt';
import type { SnapshotView } from '../asOf/types';
import { versionAt } from '../asOf/versionAt';
import { readTeamLeads } from '../read/readTeamLeads';
import { keyIn } from '../sql/keyIn';

/** Of how many people a figure is. */
interface Figure {
  covered: number;
  uncovered: number;
}

/** A team whose leads the catalog names, with its sub-teams' people. */
export interface LedTeam extends Figure {
  ref: string;
  title: string;
  leads: string[];
  /** The same at an earlier snapshot; null where the team had no figure then. */
  before: Figure | null;
}

const PAGE = 500;

/** Teams with a lead and with somebody uncovered, in pages: a few statements for each page. */
export async function* readLedTeams(
  knex: Knex,
  to: SnapshotView,
  from: SnapshotView | null,
): AsyncIterable<LedTeam[]> {
  for (let after = ''; ; ) {
    const refs: string[] = await knex({ l: 'team_lead' })
      .where(versionAt(to, 'l'))
      .andWhere('l.team_ref', '>', after)
      .distinct('l.team_ref')
      .orderBy('l.team_ref')
      .limit(PAGE)
      .pluck('l.team_ref');
    if (refs.length === 0) {
      return;
    }
    after = refs[refs.length - 1];
    const now = await readFigures(knex, to, refs);
    const short = now.filter(({ uncovered }) => uncovered > 0);
    const shortRefs = short.map(({ ref }) => ref);
    const earlier = from ? await readFigures(knex, from, shortRefs) : [];
    const before = new Map(earlier.map(({ ref, ...figure }) => [ref, figure]));
    const titles = await readTitles(knex, to, shortRefs);
    const leads = await readTeamLeads(knex, to, shortRefs);
    yield short.flatMap(({ ref, ...figure }) => {
      const title = titles.get(ref);
      const found = before.get(ref);
      return title === undefined
        ? []
        : [
            {
              ref,
              title,
              ...figure,
              leads: leads.get(ref) ?? [],
              before: found ?? null,
            },
          ];
    });
  }
}

async function readFigures(
  knex: Knex,
  view: SnapshotView,
  refs: readonly string[],
): Promise<(Figure & { ref: string })[]> {
  return knex({ c: 'coverage' })
    .where(keyIn(knex, 'c.team_ref', refs))
    .andWhere(coverageAt(knex, view, { coverage: 'c', teamRef: 'c.team_ref' }))
    .orderBy('c.team_ref')
    .select({ ref: 'c.team_ref' }, 'c.covered', 'c.uncovered');
}

async function readTitles(
  knex: Knex,
  view: SnapshotView,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const rows: { ref: string; title: string }[] = await knex({ t: 'team' })
    .where(versionAt(view, 't'))
    .andWhere(keyIn(knex, 't.team_ref', refs))
    .select({ ref: 't.team_ref' }, 't.title');
  return new Map(rows.map(({ ref, title }) => [ref, title]));
}
