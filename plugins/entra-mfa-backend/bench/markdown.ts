import type { EvidenceCostResult } from './evidenceCost';
import type { FurtherReadsResult } from './furtherReads';
import type { LargeReadsResult } from './largeReads';
import { collectors } from '../src/collectors';
import type { LargeSyncResult } from './largeSync';
import type { LimitedSyncResult } from './limitedSync';
import type { ManyTenantsResult } from './manyTenants';
import type { Measured } from './measure';
import { REPORT_REQUESTS } from '../src/config/schema';
import type { ReadingResults } from './reading';
import type { UnchangedSyncsResult } from './unchangedSyncs';

const names: Record<string, string> = {
  first: 'First sync',
  'nothing changed': 'Nothing changed',
  '1 % changed': '1 % changed',
  'beside: first': 'msgraph client and upserts, first',
  'beside: nothing changed': 'msgraph client and upserts, nothing changed',
};

/** The report of a tenant, read and stored. */
export function readingTable(database: string, result: ReadingResults): string {
  return [
    `### ${number(result.rows)} rows of the report, ${database}`,
    '',
    `Fetching and parsing the same pages alone: ${seconds(result.alone)}.`,
    '',
    table(
      ['', 'Time', 'Times fetch and parse', 'Records written', 'Memory'],
      result.results.map(line => [
        names[line.what],
        seconds(line.milliseconds),
        `${line.times.toFixed(2)} ×`,
        number(line.rowsWritten),
        megabytes(line.memory),
      ]),
    ),
  ].join('\n');
}

/** Whole syncs of a large tenant. */
export function largeSyncTable(
  database: string,
  heapMegabytes: number,
  result: LargeSyncResult,
): string {
  return [
    `### ${number(result.people)} people, ${database}`,
    '',
    `The directory, the report and a catalog of as many users in 5,000 teams, read, published and assessed, with Node's heap limited to ${heapMegabytes} MB.`,
    '',
    table(
      ['Sync', 'Time', 'Memory above idle'],
      result.syncs.map(line => [
        names[line.what],
        seconds(line.milliseconds),
        megabytes(line.memory),
      ]),
    ),
  ].join('\n');
}

/** What of the report API's limit a sync uses, and how long it takes by its pace. */
export function limitedSyncTable(
  database: string,
  people: number,
  result: LimitedSyncResult,
): string {
  const { dataSets, milliseconds, readMilliseconds, memory, throttled } =
    result;
  const paced = new Set<string>(
    collectors.flatMap(({ id, pace }) => (pace === 'reports' ? [id] : [])),
  );
  const requests = dataSets
    .filter(({ id }) => paced.has(id))
    .reduce((sum, { calls }) => sum + calls, 0);
  const least = Math.floor(Math.max(0, requests - 1) / REPORT_REQUESTS) * 10;
  return [
    `### A first sync of ${number(
      people,
    )} people under Microsoft's limits, ${database}`,
    '',
    `${seconds(milliseconds)}, ${seconds(
      readMilliseconds,
    )} of them until the last page, ${megabytes(memory)} above idle, ${number(
      throttled,
    )} requests refused for coming too fast. The ${number(
      requests,
    )} requests of the report API take ${number(
      least,
    )} s at the least, ${REPORT_REQUESTS} in any 10 seconds.`,
    '',
    table(
      ['Data set', 'Outcome', 'Rows', 'Requests', 'Waited'],
      dataSets.map(line => [
        line.id,
        line.outcome,
        number(line.rows),
        number(line.calls),
        seconds(line.waited),
      ]),
    ),
  ].join('\n');
}

/** What reading a large tenant takes. */
export function largeReadsTable(
  hours: number,
  step: number,
  { reads }: LargeReadsResult,
): string {
  return [
    `Reads with ${number(hours / 24)} days of syncs every ${
      step === 1 ? 'hour' : `${step} hours`
    } behind them, medians:`,
    '',
    table(
      ['Read', 'Time'],
      reads.map(line => [
        `\`${line.what}\``,
        `${line.milliseconds.toFixed(1)} ms`,
      ]),
    ),
  ].join('\n');
}

/** What controls and evidence add to a sync. */
export function evidenceCostTable(
  database: string,
  people: number,
  result: EvidenceCostResult,
): string {
  const more = (result.with / result.without - 1) * 100;
  return [
    `### Controls and evidence of ${number(people)} people, ${database}`,
    '',
    `Syncs of which 1 % changed, medians of ${result.rounds} rounds:`,
    '',
    table(
      ['Without', 'With', 'More'],
      [[seconds(result.without), seconds(result.with), `${more.toFixed(1)} %`]],
    ),
  ].join('\n');
}

/** What devices, scope rules and retention take. */
export function furtherReadsTable(
  database: string,
  people: number,
  { devices, events, removed, steps }: FurtherReadsResult,
): string {
  return [
    `### Devices, registration events, scope rules and retention of ${number(
      people,
    )} people, ${database}`,
    '',
    `${number(devices)} rows of devices, ${number(
      events,
    )} of registration events, 1,000 teams; ${number(
      removed,
    )} rows of people and of what was read were removed.`,
    '',
    table(
      ['', 'Time', 'Memory'],
      steps.map(({ what, milliseconds, memory }) => [
        what,
        seconds(milliseconds),
        megabytes(memory),
      ]),
    ),
  ].join('\n');
}

/** Many tenants in one database: the first syncs, and the last tenant read again beside the others. */
export function manyTenantsTable(
  database: string,
  firsts: readonly ManyTenantsResult[],
  again: ManyTenantsResult,
): string {
  const all = firsts.flatMap(({ syncs }) => syncs);
  const line = (what: string, of: readonly Measured[]) => [
    what,
    seconds(of.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
    megabytes(Math.max(...of.map(({ memory }) => memory))),
  ];
  return [
    `### ${number(
      firsts.reduce((sum, { people }) => sum + people, 0),
    )} people in ${firsts.length} tenants, ${database}`,
    '',
    table(
      ['', 'Time', 'Memory above idle'],
      [
        line('First sync of the first tenant', all.slice(0, 1)),
        line('First sync of the last tenant, beside the others', all.slice(-1)),
        line('First syncs of all, one after the other', all),
        ...again.syncs.map(sync => line(`${sync.what}, last tenant`, [sync])),
      ],
    ),
  ].join('\n');
}

/** What it changes to split the large tables by tenant. */
export function partitionsTable(
  partitions: number,
  split: Measured,
  before: LargeReadsResult['reads'],
  after: LargeReadsResult['reads'],
  again: ManyTenantsResult,
): string {
  const time = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`;
  return [
    `Split into ${partitions} partitions by tenant, in ${seconds(
      split.milliseconds,
    )}; then ${again.syncs
      .map(({ what, milliseconds }) => `${what}: ${seconds(milliseconds)}`)
      .join(', ')}.`,
    '',
    table(
      ['Read', 'One table', 'Partitions'],
      before.map(({ what, milliseconds }, index) => [
        `\`${what}\``,
        time(milliseconds),
        time(after[index].milliseconds),
      ]),
    ),
  ].join('\n');
}

/** What syncs leave behind in which nothing changes. */
export function unchangedSyncsTable(
  database: string,
  { people, syncs, rows, bytes }: UnchangedSyncsResult,
): string {
  return [
    `### ${number(syncs)} syncs of ${number(
      people,
    )} people in which nothing changes, an hour apart, ${database}`,
    '',
    `The database is ${(bytes / 1e6).toFixed(1)} MB larger, ${number(
      bytes / syncs,
    )} bytes for each sync.`,
    '',
    table(
      ['Table', 'Rows more', 'For each sync'],
      rows.map(({ table: name, more }) => [
        `\`${name}\``,
        number(more),
        (more / syncs).toFixed(3),
      ]),
    ),
  ].join('\n');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map(line).join('\n');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function number(value: number): string {
  return Math.round(value).toLocaleString('en');
}
