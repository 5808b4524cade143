import {
  coverageOf,
  type AssessedCounts,
  type CoverageFigure,
  type PhoneEnds,
  type SeriesPoint,
  type TeamSummary,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { phoneEndsSchema } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { StoredCounts } from '../assess/types';
import type { SeriesRow } from '../store/read/readSeries';
import type { TeamListRow } from '../store/read/readTeamsBefore';
import type { Snapshot } from '../store/asOf/types';

/** A figure against its target. On stale data no target counts as met or missed. */
export function toCoverage(
  { covered, uncovered }: { covered: number; uncovered: number },
  targetPermille: number,
  stale: boolean,
): CoverageFigure {
  const figure = coverageOf(covered, uncovered, targetPermille);
  return stale ? { ...figure, met: null } : figure;
}

/** Counts as the contract tells them, against a target. */
export function toAssessedCounts(
  stored: StoredCounts,
  targetPermille: number,
  stale: boolean,
): AssessedCounts {
  const { states, bases } = stored;
  const figure = (counts: { covered: number; uncovered: number }) =>
    toCoverage(counts, targetPermille, stale);
  return {
    people: stored.people,
    states,
    reasons: stored.reasons,
    inScope: stored.inScope,
    registered: stored.registered,
    capable: stored.capable,
    registeredNotCapable: stored.registeredNotCapable,
    tiers: stored.tiers,
    noTier: stored.noTier,
    methods: stored.methods,
    marks: stored.marks,
    atRiskUncovered: stored.atRiskUncovered ?? 0,
    phoneEnds: stored.phoneEnds ?? [],
    notInCatalog: stored.notInCatalog,
    coverage: figure(states),
    bases: {
      registered: figure(bases.registered),
      capable: figure(bases.capable),
    },
  };
}

/** A team as a list shows it. */
export function toTeamSummary(
  row: TeamListRow,
  stale: boolean,
  anyNames: boolean,
  forecast: TeamSummary['forecast'] = null,
): TeamSummary {
  const { targetPermille, coveredBefore, uncoveredBefore } = row;
  const coverage = toCoverage(row, targetPermille, stale);
  const own = { covered: row.directCovered, uncovered: row.directUncovered };
  const before =
    coveredBefore === null || uncoveredBefore === null
      ? null
      : coverageOf(coveredBefore, uncoveredBefore, targetPermille).permille;
  return {
    ref: row.ref,
    title: row.title,
    parentRef: row.parentRef,
    depth: row.depth,
    subTeams: row.subTeams,
    hidden: false,
    anyNames,
    people: row.people,
    targetPermille,
    coverage,
    direct: toCoverage(own, targetPermille, stale),
    phoneOnly: row.phoneOnly,
    phoneEnds: toPhoneEnds(row.phoneEnds),
    unknown: row.unknown,
    change30Days:
      coverage.permille === null || before === null
        ? null
        : coverage.permille - before,
    forecast,
  };
}

/** How many people's only method stops on which day, as it is stored. */
export function toPhoneEnds(stored: string | null): PhoneEnds {
  return stored === null ? [] : phoneEndsSchema.parse(JSON.parse(stored));
}

/** A point of a trend. */
export function toSeriesPoint(row: SeriesRow): SeriesPoint {
  const { at, snapshot, covered, uncovered, inScope } = row;
  const { permille } = coverageOf(covered, uncovered, 0);
  return {
    at: at.toISOString(),
    snapshot,
    covered,
    uncovered,
    permille,
    inScope,
    phoneOnly: row.phoneOnly,
    rulesVersion: row.rulesVersion,
  };
}

/** The snapshot that answered. */
export function toSnapshotRef({ number, at, rulesVersion }: Snapshot) {
  return { number, at: at.toISOString(), rulesVersion };
}
