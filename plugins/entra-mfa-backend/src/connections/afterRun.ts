import type {
  ConnectionState,
  Problem,
  TrailDetails,
  TrailKind,
  TrailOutcome,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Collector } from '../collectors/types';
import type { RunWithCollectors } from '../store/read/readRuns';
import { toDate } from '../store/sql/instant';
import type { RunCollectorRow } from '../store/sql/tables';
import { problemsOf } from './problemsOf';

/** What stands for all data sets where the sign-in itself was refused. */
const ALL = '*';
const refusals: ReadonlySet<string> = new Set(['no-permission', 'no-consent']);

/** What is written into the trail, but for when and by whom. */
export interface Happened {
  kind: TrailKind;
  outcome: TrailOutcome;
  details: TrailDetails;
}

/** What a run that has ended means for its connection. */
export interface AfterRun {
  happened: Happened[];
  /** Null where it says nothing: another replica took its place. */
  state: Extract<ConnectionState, 'healthy' | 'needs-attention'> | null;
  problems: Problem[];
  /** Data sets that miss a permission or consent from now on. */
  refused: string[];
}

/** Says what a run means for its connection, and what the trail tells of it. */
export function afterRun(
  ended: RunWithCollectors,
  collectors: readonly Collector[],
  refusedBefore: readonly string[],
): AfterRun {
  const { run } = ended;
  const problems = problemsOf({ ...ended, failingSince: null }, collectors);
  if (run.state === 'overtaken') {
    const details = { run: run.run, overtaken: true };
    return {
      happened: [{ kind: 'read-failed', outcome: 'failed', details }],
      state: null,
      problems: [],
      refused: [...refusedBefore],
    };
  }
  const published = run.state === 'published';
  const refused = refusedAfter(ended, refusedBefore);
  const lost = refused.filter(id => !refusedBefore.includes(id));
  const given = refusedBefore.filter(id => !refused.includes(id));
  const isWell = published && problems.length === 0;
  return {
    happened: [
      {
        kind: published ? 'read' : 'read-failed',
        outcome: outcomeOf(published, isWell),
        details: detailsOf(ended, problems),
      },
      ...change('consent-lost', lost),
      ...change('consent-given', given),
    ],
    state: isWell ? 'healthy' : 'needs-attention',
    problems,
    refused,
  };
}

function outcomeOf(published: boolean, isWell: boolean): TrailOutcome {
  if (!published) {
    return 'failed';
  }
  return isWell ? 'done' : 'partial';
}

function change(kind: TrailKind, dataSets: string[]): Happened[] {
  return dataSets.length === 0
    ? []
    : [{ kind, outcome: 'done', details: { dataSets } }];
}

/** Only who was asked and answered knows: a run that was cut off before says nothing of the others. */
function refusedAfter(
  { run, collectors }: RunWithCollectors,
  before: readonly string[],
): string[] {
  const refused = new Set(before);
  for (const { data_set, outcome, problem } of collectors) {
    if (isRefusal(problem)) {
      refused.add(data_set);
    } else if (outcome === 'complete') {
      refused.delete(data_set);
      refused.delete(ALL);
    }
  }
  const told: Problem | null = run.problem && JSON.parse(run.problem);
  if (told && told.dataSet === null && refusals.has(told.code)) {
    refused.add(ALL);
  }
  return [...refused].sort();
}

function isRefusal(problem: string | null): boolean {
  return problem !== null && refusals.has(JSON.parse(problem).code);
}

/** Figures and codes alone: what is told in words may name an app. */
function detailsOf(
  { run, collectors }: RunWithCollectors,
  problems: readonly Problem[],
): TrailDetails {
  const sum = (of: (row: RunCollectorRow) => number) =>
    collectors.reduce((total, row) => total + of(row), 0);
  const ended = toDate(run.ended_at!);
  return {
    run: run.run,
    snapshot: run.snapshot,
    problems: problems.map(({ code, dataSet }) =>
      dataSet === null ? code : `${code} ${dataSet}`,
    ),
    endedAt: ended.toISOString(),
    seconds: Math.max(
      0,
      Math.round((ended.getTime() - toDate(run.started_at).getTime()) / 1000),
    ),
    rows: sum(({ rows }) => rows),
    changes: sum(({ added, changed, removed }) => added + changed + removed),
    requests: sum(({ calls }) => calls),
    waitedSeconds: Math.round(sum(row => row.waited_ms) / 1000),
  };
}
