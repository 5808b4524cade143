import type { Freshness, TeamFacts, Verdict } from './TeamFacts';
import { unknownTeam } from './TeamFacts';

/** The worst first. */
const freshnesses: readonly Freshness[] = ['unknown', 'held', 'stale', 'fresh'];

/**
 * Several teams as one, or one team in several tenants: met where each meets it, not met where one is known not to,
 * unknown otherwise.
 *
 * @param addUp - whether the figures are of different people, and can be added; of owners they are left out, because
 * somebody may be in several teams
 */
export function combineTeams(
  teams: readonly TeamFacts[],
  { addUp }: { addUp: boolean },
): TeamFacts {
  const [first, ...others] = teams;
  if (!first) return unknownTeam;
  if (others.length === 0) return first;
  const target = worstOf(teams.map(team => team.target));
  const controls = new Set(teams.flatMap(team => [...team.controls.keys()]));
  return {
    target,
    freshness:
      freshnesses.find(one => teams.some(team => team.freshness === one)) ??
      'unknown',
    figures: addUp ? sumOf(teams) : null,
    privilegedUncovered: addUp
      ? sum(teams.map(team => team.privilegedUncovered))
      : null,
    readAt: earliestOf(teams.map(team => team.readAt)),
    controls: new Map(
      [...controls].map(control => [
        control,
        worstOf(teams.map(team => team.controls.get(control) ?? 'unknown')),
      ]),
    ),
  };
}

function worstOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('not-met')) return 'not-met';
  return verdicts.includes('unknown') ? 'unknown' : 'met';
}

function sumOf(teams: readonly TeamFacts[]): TeamFacts['figures'] {
  const [first, ...others] = teams.map(team => team.figures);
  return others.reduce((all, one) => {
    if (!all || !one) return null;
    const covered = all.covered + one.covered;
    const uncovered = all.uncovered + one.uncovered;
    return {
      covered,
      uncovered,
      permille: Math.floor((covered * 1000) / (covered + uncovered)),
      short: all.short + one.short,
      phoneOnly: all.phoneOnly + one.phoneOnly,
    };
  }, first ?? null);
}

function sum(counts: readonly (number | null)[]): number | null {
  return counts.reduce(
    (all, one) => (all === null || one === null ? null : all + one),
    0,
  );
}

/** The directory of one tenant may have been read longer ago than another's. */
function earliestOf(times: readonly (string | null)[]): string | null {
  const known = times.flatMap(time => (time === null ? [] : [time]));
  return known.length < times.length
    ? null
    : known.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
