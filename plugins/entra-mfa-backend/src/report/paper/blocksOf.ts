import type { ControlDay } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { drawStrip } from '../drawings/drawStrip';
import { drawTrend } from '../drawings/drawTrend';
import type {
  CountTable,
  Report,
  ReportedControl,
  ReportedFramework,
  WordTable,
} from '../types';
import { counted, momentOf, statusWords } from '../words';
import type { Block, Cell, Tone } from './Block';

/** What a report is called. */
export const titleOf = ({ title, subject }: Report) =>
  `${title}: ${subject.name}`;

const heading = (level: 2 | 3, words: string, newPage = false): Block => ({
  kind: 'heading',
  level,
  text: words,
  ...(newPage && { newPage }),
});

const text = (words: string): Block => ({ kind: 'text', text: words });

const tones: Readonly<Partial<Record<string, Tone>>> = {
  met: 'good',
  'not-met': 'bad',
  disabled: 'quiet',
};

/** What a report has on its pages, in the order in which it is read. */
export function blocksOf(report: Report): Block[] {
  const trend = report.trend && drawTrend(report.trend);
  return [
    { kind: 'heading', level: 1, text: titleOf(report) },
    { kind: 'text', text: momentWords(report), isQuiet: true },
    ...report.warnings.map(
      (warning): Block => ({ kind: 'warning', text: warning }),
    ),
    { kind: 'headlines', headlines: report.headlines },
    ...(trend
      ? [
          heading(2, 'Coverage over time'),
          { kind: 'drawing' as const, drawing: trend },
          text(trend.label),
        ]
      : []),
    heading(2, 'What it shows, and what it does not'),
    heading(3, 'It shows'),
    { kind: 'list', items: report.shows },
    heading(3, 'It does not show'),
    { kind: 'list', items: report.doesNotShow },
    heading(2, 'What this report is of'),
    { kind: 'facts', facts: report.facts },
    ...report.said.flatMap(wordTable),
    heading(2, 'Figures'),
    ...report.counts.flatMap(countBlocks),
    ...controlBlocks(report),
    ...(report.rules.length > 0
      ? [
          heading(2, 'Rules and settings'),
          { kind: 'facts' as const, facts: report.rules },
        ]
      : []),
    heading(2, 'The evidence'),
    {
      kind: 'table',
      caption: 'Items of evidence',
      columns: [
        { title: 'What was found', width: 30 },
        { title: 'File', width: 30 },
        { title: 'SHA-256', width: 40 },
      ],
      rows: report.sources.map(({ what, file, fingerprint }) => [
        { text: what },
        { text: file },
        { text: fingerprint, isCode: true },
      ]),
    },
    text(report.sourcesNote),
  ];
}

/** The moment or the period that a report is of. */
export function momentWords({ from, at }: Pick<Report, 'from' | 'at'>) {
  return from
    ? `From ${momentOf(from)} to ${momentOf(at)}`
    : `As of ${momentOf(at)}`;
}

function countBlocks({ title, columns, rows }: CountTable): Block[] {
  const width = 60 / (columns.length - 1);
  return [
    heading(3, title),
    {
      kind: 'table',
      caption: title,
      columns: columns.map((column, place) => ({
        title: column,
        width: place === 0 ? 40 : width,
        isNumber: place > 0,
      })),
      rows: rows.map(([what, ...counts]) => [
        { text: what },
        ...counts.map(count => ({
          text: count === null ? 'not known' : counted(count),
        })),
      ]),
    },
  ];
}

function wordTable({ title, columns, rows }: WordTable): Block[] {
  return [
    heading(2, title),
    {
      kind: 'table',
      caption: title,
      columns,
      rows: rows.map(row => row.map(words => ({ text: words }))),
    },
  ];
}

const ofDay = ['met', 'not-met', 'not-evaluated', 'stale', 'disabled'] as const;
const ofPeriod = [...ofDay, 'no-data'] as const;

function controlBlocks({ frameworks, stripDays, from }: Report): Block[] {
  if (frameworks.length === 0) return [];
  const statuses = from ? ofPeriod : ofDay;
  return [
    heading(2, 'Controls', true),
    text(
      `A control is met where every test that speaks for it ran and is met, on fresh data. ${
        from ? 'Of a period its worst day counts here. ' : ''
      }No status is a statement of conformity: a person makes that.`,
    ),
    {
      kind: 'table',
      caption: 'Controls by framework',
      columns: [
        { title: 'Framework', width: 34 },
        ...statuses.map(status => ({
          title: statusWords[status],
          width: 66 / statuses.length,
          isNumber: true,
        })),
      ],
      rows: frameworks.map(({ name, controls }) => [
        { text: name },
        ...statuses.map(status => ({
          text: counted(
            controls.filter(control => control.status === status).length,
          ),
        })),
      ]),
    },
    text(
      `The strip beside a control is what it was on each day from ${stripDays.from} to ${stripDays.to} (UTC), the worst of the day: a full bar is met, half a bar at the foot not met, a dash in the middle not evaluated, a line at the foot stale, a thin line in the middle does not apply, and nothing is a day without data.`,
    ),
    ...frameworks.flatMap(frameworkBlocks),
    heading(2, 'What each control asks, and what this data shows of it', true),
    ...frameworks.flatMap(wordBlocks),
  ];
}

function frameworkBlocks({ name, controls }: ReportedFramework): Block[] {
  const isPeriod = controls.some(({ period }) => period);
  return [
    heading(3, name),
    {
      kind: 'table',
      caption: `Controls of ${name}`,
      columns: [
        { title: 'Control', width: 31 },
        { title: isPeriod ? 'Worst day' : 'Status', width: isPeriod ? 22 : 13 },
        { title: 'Days', width: 27 },
        isPeriod
          ? { title: 'Days met', width: 20 }
          : { title: 'Tests', width: 29 },
      ],
      rows: controls.map(control => [
        { text: control.id, more: control.words?.title },
        statusCell(control),
        stripCell(control.strip),
        control.period
          ? {
              text: `${counted(control.period.met)} of ${counted(
                control.period.of,
              )}`,
            }
          : { text: testWords(control) },
      ]),
    },
  ];
}

const daysWords = ({ first, last }: { first: string; last: string }) =>
  first === last ? first : `${first} to ${last}`;

function statusCell({ status, disabledReason, period }: ReportedControl): Cell {
  const when = period && daysWords(period.worst);
  return {
    text: statusWords[status],
    ...(tones[status] && { tone: tones[status] }),
    ...(when && { more: when }),
    ...(disabledReason !== null && { more: disabledReason }),
  };
}

function stripCell(strip: readonly ControlDay[]): Cell {
  const drawing = drawStrip(strip);
  return { text: '', drawing, more: drawing.label };
}

function testWords({ tests }: ReportedControl): string {
  return tests
    .map(
      ({ title, outcome, figure }) =>
        `${title}: ${statusWords[outcome as ControlDay]}, ${figure}`,
    )
    .join('\n');
}

function wordBlocks({ name, controls }: ReportedFramework): Block[] {
  return [
    heading(3, name),
    {
      kind: 'table',
      caption: `What controls of ${name} ask`,
      columns: [
        { title: 'Control', width: 16 },
        { title: 'It asks', width: 21 },
        { title: 'This data shows', width: 21 },
        { title: 'It does not show', width: 21 },
        { title: 'A person adds', width: 21 },
      ],
      rows: controls.map(({ id, words }) => [
        { text: id },
        ...(['asks', 'shows', 'missing', 'adds'] as const).map(part => ({
          text: words?.[part] ?? 'Its words are not in this portal any more.',
        })),
      ]),
    },
  ];
}
