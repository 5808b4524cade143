import { dirname, join } from 'node:path';
import type {
  Content,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces';
import type { Block, Cell, Tone } from './paper/Block';
import { blocksOf, momentWords, titleOf } from './paper/blocksOf';
import type { Report } from './types';

/** What each column keeps free on its right, in points. */
const GAP = 8;

const colours: Readonly<Record<Tone | 'ink' | 'line', string>> = {
  ink: '#1f2328',
  quiet: '#59636e',
  good: '#1a7f37',
  bad: '#c2222b',
  line: '#d0d7de',
};

type Space = [number, number, number, number];

/** What is left of A4 between the margins, in points. */
const WIDTH = 515;

/**
 * A report on paper, A4. Its library is loaded when one is asked for. The same report is the same bytes: nothing in it is
 * of the moment in which it is made.
 */
export async function reportPdf(report: Report): Promise<Buffer> {
  // Loaded with the first report: it takes memory, and most portals are never asked for one.
  const pdfmake: typeof import('pdfmake') = require('pdfmake');
  const normal = require.resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf');
  const folder = dirname(normal);
  const bold = join(folder, 'Roboto-Medium.ttf');
  pdfmake.setFonts({ Roboto: { normal, bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(path => dirname(path) === folder);
  return pdfmake.createPdf(definitionOf(report)).getBuffer();
}

function definitionOf(report: Report): TDocumentDefinitions {
  const title = plain(titleOf(report));
  return {
    pageSize: 'A4',
    pageMargins: [40, 44, 40, 48],
    language: 'en',
    displayTitle: true,
    info: {
      title,
      subject: momentWords(report),
      creator: 'Entra MFA for Backstage',
      producer: 'Entra MFA for Backstage',
      creationDate: report.at,
    },
    defaultStyle: { font: 'Roboto', fontSize: 9, color: colours.ink },
    footer: (page, pages) => ({
      columns: [
        { text: `${title} · ${momentWords(report)}` },
        { text: `${page} / ${pages}`, alignment: 'right', width: 60 },
      ],
      fontSize: 7.5,
      color: colours.quiet,
      margin: [40, 14, 40, 0],
    }),
    content: withHeadings(blocksOf(report)),
  };
}

/** Characters that no text has: they would be boxes. */
function plain(text: string): string {
  return text.replace(
    /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
    '',
  );
}

type Heading = Extract<Block, { kind: 'heading' }>;

/**
 * Draws one block after the other. Headings right before a table are rows of its head: they never stand alone at the foot
 * of a page, and are told again where the table goes on.
 */
function withHeadings(blocks: readonly Block[]): Content[] {
  let headings: Heading[] = [];
  return blocks.flatMap(block => {
    if (block.kind === 'heading') {
      headings.push(block);
      return [];
    }
    const above = headings;
    headings = [];
    return block.kind === 'table' || block.kind === 'facts'
      ? [gridOf(block, above)]
      : [...above.map(drawnHeading), drawn(block)];
  });
}

const sizes = { 1: 20, 2: 14, 3: 10.5 } as const;

function drawnHeading({ level, text, newPage }: Heading) {
  return {
    text: plain(text),
    outline: true,
    fontSize: sizes[level],
    bold: true,
    margin: (level === 1
      ? [0, 0, 0, 2]
      : [0, level === 2 ? 16 : 9, 0, 4]) as Space,
    ...(newPage && { pageBreak: 'before' as const }),
  };
}

function drawn(block: Exclude<Block, Heading | Grid>): Content {
  switch (block.kind) {
    case 'text':
      return {
        text: plain(block.text),
        margin: [0, 0, 0, 6],
        ...(block.isQuiet && { color: colours.quiet }),
      };
    case 'warning':
      return {
        text: [{ text: 'Note: ', bold: true }, plain(block.text)],
        background: '#fff8e6',
        margin: [0, 4, 0, 4],
      };
    case 'list':
      return { ul: block.items.map(plain), margin: [0, 0, 0, 4] };
    case 'headlines':
      return {
        columns: block.headlines.map(({ label, value, note, isGood }) => ({
          stack: [
            { text: plain(label), color: colours.quiet },
            { text: plain(value), fontSize: 17, bold: true },
            {
              text: plain(note),
              ...(isGood !== null && {
                color: isGood ? colours.good : colours.bad,
              }),
            },
          ],
        })),
        columnGap: 12,
        margin: [0, 10, 0, 6],
      };
    default:
      return { svg: block.drawing.svg, width: WIDTH, margin: [0, 0, 0, 6] };
  }
}

type Grid = Extract<Block, { kind: 'table' | 'facts' }>;

function gridOf(block: Grid, headings: readonly Heading[]): Content {
  const { widths, head, rows } =
    block.kind === 'table' ? tableOf(block) : factsOf(block);
  const titles = headings.map(heading => {
    const { pageBreak: _, ...title } = {
      pageBreak: undefined,
      ...drawnHeading(heading),
    };
    return [
      { ...title, colSpan: widths.length },
      ...widths.slice(1).map(() => ''),
    ];
  });
  const above = titles.length;
  return {
    layout: {
      hLineWidth: at => (at <= above ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => colours.line,
      paddingLeft: () => 0,
      paddingRight: () => GAP,
      paddingTop: at => (at < above ? 0 : 3),
      paddingBottom: at => (at < above ? 0 : 3),
    },
    margin: [0, 0, 0, 6],
    fontSize: block.kind === 'table' ? 8 : 9,
    ...(headings.some(({ newPage }) => newPage) && { pageBreak: 'before' }),
    table: {
      headerRows: above + head.length,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [...titles, ...head, ...rows],
    },
  };
}

function factsOf({ facts }: Extract<Block, { kind: 'facts' }>) {
  return {
    widths: [150, WIDTH - 150 - 2 * GAP],
    head: [],
    rows: facts.map(({ label, value }): TableCell[] => [
      { text: plain(label), color: colours.quiet },
      {
        text: plain(value),
        wordBreak: /^\S{60,}$/.test(value) ? 'break-all' : 'normal',
      },
    ]),
  };
}

function tableOf({ columns, rows }: Extract<Block, { kind: 'table' }>) {
  const aligned = columns.map(({ isNumber }) =>
    isNumber ? { alignment: 'right' as const } : {},
  );
  return {
    widths: columns.map(({ width }) => (width / 100) * WIDTH - GAP),
    head: [
      columns.map(
        ({ title }, place): TableCell => ({
          text: plain(title),
          bold: true,
          color: colours.quiet,
          ...aligned[place],
        }),
      ),
    ],
    rows: rows.map(row =>
      row.map((cell, place) => cellOf(cell, place === 0, aligned[place])),
    ),
  };
}

function cellOf(
  { text, tone, isCode, drawing, more }: Cell,
  isFirst: boolean,
  aligned: { alignment?: 'right' },
): TableCell {
  const isBold = isFirst || tone === 'bad';
  return {
    stack: [
      ...(text === ''
        ? []
        : [
            {
              text: plain(text),
              ...(isBold && { bold: true }),
              ...(tone && { color: colours[tone] }),
              ...(isCode && { wordBreak: 'break-all' as const, fontSize: 7 }),
            },
          ]),
      ...(drawing
        ? [{ svg: drawing.svg, width: 130, margin: [0, 2, 0, 3] as Space }]
        : []),
      ...(more === undefined
        ? []
        : [{ text: plain(more), color: colours.quiet, fontSize: 7.5 }]),
    ],
    ...aligned,
  };
}
