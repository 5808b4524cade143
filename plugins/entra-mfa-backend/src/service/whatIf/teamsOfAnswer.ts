import type { WhatIf } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { teamTarget } from '../../assess/teamTarget';
import { readRecordVersions } from '../../store/read/readRecordVersions';
import { teamQuery, type TeamRow } from '../../store/read/teamQuery';
import { toCoverage } from '../figures';
import { hiddenAmong, hiddenFrom } from '../smallTeams/hiddenFrom';
import type { Found } from '../Snapshots';
import type { PeopleAccess, ReadContext } from '../types';
import { worstFirst } from './figures';
import type { TeamCount } from './TeamTally';

/** What the targets of teams follow from. */
export interface TeamTargets {
  /** The configured target when the figure was made. */
  then: number;
  /** The configured target by the rules that are asked for. */
  asked: number;
  /** Null where none is assumed. */
  assumed: number | null;
}

/**
 * The teams whose figures would be others, most people more short first. A team is left out that is too
 * small for who may not see its people, or of whose people too few make the difference to another answer.
 */
export async function teamsOfAnswer(
  context: Pick<ReadContext, 'knex' | 'config'>,
  found: Found,
  access: PeopleAccess,
  asked: {
    /** Only those below this one; null for all. */
    team: string | null;
    counts: ReadonlyMap<string, TeamCount>;
    targets: TeamTargets;
    stale: boolean;
  },
): Promise<WhatIf['teams']> {
  const { counts, stale, targets } = asked;
  const { view } = found;
  const rows: TeamRow[] = await teamQuery(context.knex, view).orderBy([
    't.depth',
    't.team_ref',
  ]);
  const hidden = await hiddenOf(context, found, access, rows, counts);
  const targetOf = await assumedTarget(context, found, targets);
  const changed = below(rows, asked.team).flatMap(row => {
    const count = counts.get(row.ref) ?? { covered: 0, uncovered: 0 };
    const shown = toCoverage(row, row.targetPermille, stale);
    const assumed = toCoverage(count, targetOf(row), stale);
    const short = assumed.short - shown.short;
    const isSame =
      short === 0 &&
      assumed.covered === shown.covered &&
      assumed.uncovered === shown.uncovered;
    return isSame || hidden.has(row.ref)
      ? []
      : [{ ref: row.ref, title: row.title, shown, assumed, short }];
  });
  const { hideBelow } = context.config.smallTeams;
  return {
    ...worstFirst(changed),
    hideBelow: access.kind === 'all' ? 0 : hideBelow,
  };
}

/** Few people who make a difference are hidden as a small team is: also from who calculates. */
async function hiddenOf(
  context: Pick<ReadContext, 'knex' | 'config'>,
  { view }: Found,
  access: PeopleAccess,
  rows: readonly TeamRow[],
  counts: ReadonlyMap<string, TeamCount>,
): Promise<ReadonlySet<string>> {
  const { teams } = await hiddenFrom(context, view, access);
  const hidden = new Set(teams);
  const [any] = counts.values();
  for (const index of any?.changed.keys() ?? []) {
    const few = await hiddenAmong(
      context,
      view,
      access,
      rows.map(({ ref, parentRef }) => ({
        ref,
        parentRef,
        inScope: counts.get(ref)?.changed[index] ?? 0,
        own: counts.get(ref)?.ownChanged[index] ?? 0,
      })),
    );
    few.teams.forEach(ref => hidden.add(ref));
  }
  return hidden;
}

/** The rows come with parents before their sub-teams. */
function below(rows: readonly TeamRow[], team: string | null) {
  if (team === null) {
    return rows;
  }
  const inside = new Set([team]);
  return rows.filter(({ ref, parentRef }) => {
    const isInside = parentRef !== null && inside.has(parentRef);
    if (isInside) {
      inside.add(ref);
    }
    return isInside;
  });
}

/** A team's own target goes before the configured one; whose it is matters only where that is another. */
async function assumedTarget(
  { knex }: Pick<ReadContext, 'knex'>,
  { snapshot, view }: Found,
  { then, asked, assumed }: TeamTargets,
): Promise<(row: TeamRow) => number> {
  if (assumed !== null) {
    return () => assumed;
  }
  if (asked === then) {
    return row => row.targetPermille;
  }
  const { version } = JSON.parse(snapshot.dataSets)['catalog-groups'];
  const records = await readRecordVersions(
    knex,
    { tenantId: view.tenantId, dataSet: 'catalog-groups', version },
    { startsWith: '' },
  );
  const own = new Map(
    records.map(({ key, body }) => [
      key,
      teamTarget(typeof body.target === 'string' ? body.target : null),
    ]),
  );
  return row => own.get(row.ref) ?? asked;
}
