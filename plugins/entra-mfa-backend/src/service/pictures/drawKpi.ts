import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { colours, line, svg } from './drawing';
import type { KpiFacts, KpiFigure } from './KpiFacts';

const RADIUS = 26;
const ROUND = 2 * Math.PI * RADIUS;
/** What fits into the width beside a donut, and without one. */
const LONGEST = { donut: 26, figure: 36 };

/** What is made from the methods of each person says so wherever it is. */
const FROM_METHODS = 'From each person’s methods';

type View = keyof typeof LONGEST;

/** Draws a figure as an SVG picture, which says in words all that it says in colours. */
export function drawKpi({ title, figure }: KpiFacts, view: View): string {
  const name = `MFA coverage of ${title}`;
  if (typeof figure === 'string') {
    return svg(`${name}: ${figure}`, 64, [
      line(title, LONGEST.figure, { y: 26, size: 14, bold: true }),
      line(figure, 54, { y: 48, size: 12, fill: colours.quiet }),
    ]);
  }
  const { headline, verdict, colour, fresh } = wordsOf(figure);
  const x = view === 'donut' ? 88 : 16;
  return svg(`${name}: ${headline}, ${verdict}. ${fresh}`, 104, [
    view === 'donut' ? donut(figure) : '',
    line(title, LONGEST[view], { x, y: 26, size: 13, fill: colours.quiet }),
    line(headline, LONGEST[view], { x, y: 51, size: 20, bold: true }),
    line(verdict, 48, { x, y: 72, size: 12, fill: colour }),
    line(fresh, 60, { x, y: 90, size: 11, fill: colours.quiet }),
  ]);
}

function wordsOf({ coverage, basis, targetPermille, freshness }: KpiFigure) {
  const { permille, met, short } = coverage;
  const { readAt, stale, fromMethods } = freshness;
  const target = `target ${targetPermille / 10} %`;
  const read = readAt
    ? `Read ${readAt.slice(0, 16).replace('T', ' ')} UTC`
    : 'Not read yet';
  return {
    headline:
      permille === null
        ? nobodyWords(basis, fromMethods)
        : `${formatPermille(permille)} ${
            basis === 'capable' ? 'MFA capable' : 'registered'
          }`,
    ...verdictOf(permille === null || stale ? null : met, target, short),
    fresh: [
      stale ? `${read}: these figures are old` : read,
      ...(fromMethods ? [FROM_METHODS] : []),
    ].join('. '),
  };
}

function nobodyWords(basis: KpiFigure['basis'], fromMethods = false): string {
  return basis === 'capable' && fromMethods
    ? 'Not known for this tenant'
    : 'Nobody counts yet';
}

/** Of old figures, and of nobody, no target is met or missed. */
function verdictOf(met: boolean | null, target: string, short: number) {
  if (met === null) {
    return { verdict: target, colour: colours.quiet };
  }
  return met
    ? { verdict: `${target}: met`, colour: colours.met }
    : { verdict: `${target}: missed, ${short} short`, colour: colours.missed };
}

/** The share of those who are covered, from the top on. */
function donut({ coverage, freshness }: KpiFigure): string {
  const { covered, uncovered } = coverage;
  const counted = covered + uncovered;
  const ring = (stroke: string, length: number) =>
    `<circle cx="48" cy="52" r="${RADIUS}" fill="none" stroke="${stroke}" stroke-width="12" stroke-dasharray="${round(
      length,
    )} ${round(ROUND)}" transform="rotate(-90 48 52)"/>`;
  const [of, others] = freshness.stale
    ? [colours.quiet, colours.line]
    : [colours.covered, colours.uncovered];
  return counted === 0
    ? ring(colours.line, ROUND)
    : ring(others, ROUND) + ring(of, (covered / counted) * ROUND);
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
