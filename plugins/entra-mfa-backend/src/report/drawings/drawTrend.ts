import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Trend } from '../types';
import { shareOf } from '../words';
import type { Drawing } from './Drawing';

const WIDTH = 520;
const HEIGHT = 150;
const LEFT = 40;
const RIGHT = 74;
const TOP = 12;
const BOTTOM = 24;

type Point = { place: number; permille: number };

/** The days that have a figure. */
function pointsOf({ days }: Trend): Point[] {
  return days.flatMap(({ covered, uncovered }, place) =>
    covered === null || uncovered === null || covered + uncovered === 0
      ? []
      : [
          {
            place,
            permille: Math.floor((covered * 1000) / (covered + uncovered)),
          },
        ],
  );
}

/** A line breaks where a day has no figure. */
function runsOf(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run?.at(-1)?.place === point.place - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** Round shares around all figures and the target, at most the whole. */
function scaleOf(points: readonly Point[], target: number) {
  const all = [...points.map(({ permille }) => permille), target];
  const low = Math.max(0, Math.floor((Math.min(...all) - 20) / 50) * 50);
  const high = Math.min(1000, Math.ceil((Math.max(...all) + 20) / 50) * 50);
  return { low, high };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Coverage over time with its target, as a line; null where no day has a figure. */
export function drawTrend(trend: Trend): Drawing | null {
  const points = pointsOf(trend);
  const last = points.at(-1);
  if (!last) return null;
  const { days, targetPermille } = trend;
  const { low, high } = scaleOf(points, targetPermille);
  const x = (place: number) =>
    round(
      LEFT + (place / Math.max(1, days.length - 1)) * (WIDTH - LEFT - RIGHT),
    );
  const y = (permille: number) =>
    round(TOP + ((high - permille) / (high - low)) * (HEIGHT - TOP - BOTTOM));
  const right = WIDTH - RIGHT;
  const text = (
    words: string,
    at: { x: number; y: number; end?: boolean; bold?: boolean; fill?: string },
  ) =>
    `<text x="${at.x}" y="${at.y}" font-size="9" fill="${
      at.fill ?? '#59636e'
    }"${at.end ? ' text-anchor="end"' : ''}${
      at.bold ? ' font-weight="bold"' : ''
    }>${words}</text>`;
  const rule = (permille: number) =>
    `<path d="M${LEFT} ${y(
      permille,
    )}H${right}" stroke="#d0d7de" stroke-width="0.5" fill="none"/>`;
  const lines = runsOf(points).map(run =>
    run.length === 1
      ? `<circle cx="${x(run[0].place)}" cy="${y(
          run[0].permille,
        )}" r="1.5" fill="#1f5493"/>`
      : `<path d="${run
          .map(
            ({ place, permille }, index) =>
              `${index ? 'L' : 'M'}${x(place)} ${y(permille)}`,
          )
          .join('')}" stroke="#1f5493" stroke-width="2" fill="none"/>`,
  );
  const figure = formatPermille(last.permille)!;
  const targetY = y(targetPermille);
  const figureY = y(last.permille);
  // Both words stay apart where the figure is near the target.
  const apart = Math.abs(targetY - figureY) < 10;
  const shift = apart
    ? (figureY >= targetY ? 10 : -10) - (figureY - targetY)
    : 0;
  return {
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Roboto, Helvetica, Arial, sans-serif">`,
      rule(low),
      rule(high),
      text(shareOf(low), { x: LEFT - 5, y: y(low) + 3, end: true }),
      text(shareOf(high), { x: LEFT - 5, y: y(high) + 3, end: true }),
      `<path d="M${LEFT} ${targetY}H${right}" stroke="#59636e" stroke-width="1" stroke-dasharray="4 3" fill="none"/>`,
      text(`target ${shareOf(targetPermille)}`, {
        x: right + 5,
        y: targetY + 3,
      }),
      ...lines,
      `<circle cx="${x(last.place)}" cy="${figureY}" r="3" fill="#1f5493"/>`,
      text(figure, {
        x: Math.max(x(last.place), right) + 5,
        y: round(figureY + shift + 3),
        bold: true,
        fill: '#1f2328',
      }),
      text(days[0].day, { x: LEFT, y: HEIGHT - 6 }),
      text(days[days.length - 1].day, { x: right, y: HEIGHT - 6, end: true }),
      '</svg>',
    ].join(''),
    width: WIDTH,
    height: HEIGHT,
    label: wordsOf(trend, points),
  };
}

function wordsOf({ days, targetPermille, covered }: Trend, points: Point[]) {
  const told = ({ place, permille }: Point) =>
    `${formatPermille(permille)} on ${days[place].day}`;
  const sorted = [...points].sort((a, b) => a.permille - b.permille);
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  const missing = days.length - points.length;
  return [
    `Share of people who are ${covered}, ${days[0].day} to ${
      days[days.length - 1].day
    }: ${told(points[0])}, ${told(points[points.length - 1])}; lowest ${told(
      lowest,
    )}, highest ${told(highest)}.`,
    `The target is ${shareOf(targetPermille)}.`,
    missing > 0
      ? `${missing} of the ${days.length} days have no figure on record.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}
