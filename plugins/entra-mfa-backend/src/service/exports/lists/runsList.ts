import type { Run } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { at, type Columns } from '../Cell';

type Collector = Run['collectors'][number];

const sum =
  (of: (collector: Collector) => number) =>
  ({ collectors }: Run) =>
    collectors.reduce((total, collector) => total + of(collector), 0);

/** What a file tells of a sync: all that was read in it, added up. */
export const runColumns: Columns<Run> = {
  'Entra tenant id': run => run.tenant,
  Run: run => run.number,
  State: run => run.state,
  'Started at': run => at(run.startedAt),
  'Ended at': run => at(run.endedAt),
  Seconds: run =>
    run.endedAt &&
    (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1_000,
  'Snapshot published': run => run.snapshot,
  'Data sets': run =>
    run.collectors
      .map(({ dataSet, outcome }) => `${dataSet}: ${outcome}`)
      .join('; '),
  Pages: sum(({ pages }) => pages),
  'Rows read': sum(({ rows }) => rows),
  'Rows added': sum(({ added }) => added),
  'Rows changed': sum(({ changed }) => changed),
  'Rows removed': sum(({ removed }) => removed),
  Calls: sum(({ calls }) => calls),
  'Seconds waited': sum(({ waitedMs }) => waitedMs / 1_000),
  Problem: run => run.problem && run.problem.code,
  'Problem in words': run => run.problem && run.problem.message,
  'What to do': run => run.problem && run.problem.action,
  'Problems of data sets': run =>
    run.collectors
      .flatMap(({ dataSet, problem }) =>
        problem ? [`${dataSet}: ${problem.message}`] : [],
      )
      .join('; '),
  'Request ids': run =>
    run.collectors.flatMap(({ requestIds }) => requestIds).join(' '),
};
