import { drawCharts } from '../../dev/testing/drawCharts';
import { fireEvent, render, screen } from '@testing-library/react';
import { TrendLine, type TrendPoint } from './TrendLine';

drawCharts();

const day = 86_400_000;
const begin = Date.parse('2026-10-01T00:00:00Z');
const pointsOf = (...permilles: number[]): TrendPoint[] =>
  permilles.map((permille, index) => ({
    time: begin + index * day,
    permille,
    hint: `day ${index}: ${permille}`,
  }));

function draw(points: TrendPoint[], targetPermille = 950) {
  return render(
    <TrendLine
      points={points}
      targetPermille={targetPermille}
      targetLabel="the target"
      label="Coverage"
      dayOf={time => new Date(time).toISOString().slice(5, 10)}
    />,
  ).container;
}

/** What stands at the axis of figures, from the top. */
const scale = (container: HTMLElement) =>
  [...container.querySelectorAll('.recharts-yAxis-tick-labels text')].map(
    ({ textContent }) => textContent,
  );

it.each<[number[], number, string[]]>([
  [[900, 960], 950, ['98 %', '96 %', '94 %', '92 %', '90 %', '88 %']],
  [[600, 700], 950, ['100 %', '90 %', '80 %', '70 %', '60 %', '50 %']],
  [[100, 640], 950, ['100 %', '75 %', '50 %', '25 %', '0 %']],
  [[0, 1000], 950, ['100 %', '75 %', '50 %', '25 %', '0 %']],
  [[945, 955], 950, ['97 %', '96 %', '95 %', '94 %', '93 %']],
  [[995, 1000], 1000, ['100 %', '99 %', '98 %']],
])(
  'has a scale that holds %j and a target of %s, from round figure to round figure',
  (permilles, target, ticks) => {
    expect(scale(draw(pointsOf(...permilles), target))).toEqual(ticks);
  },
);

it('draws the target where it is, with its words', () => {
  const container = draw(pointsOf(700, 800), 750);
  expect(screen.getByRole('img', { name: 'Coverage' })).toBeInTheDocument();
  expect(screen.getByText('the target')).toBeInTheDocument();
  const line = container.querySelector('.recharts-reference-line-line')!;
  const grid = [
    ...container.querySelectorAll('.recharts-cartesian-grid-horizontal line'),
  ].map(one => one.getAttribute('y1'));
  const percents = scale(container);
  expect(percents).toHaveLength(grid.length);
  expect(
    [...grid].sort((a, b) => Number(a) - Number(b))[percents.indexOf('75 %')],
  ).toBe(line.getAttribute('y1'));
  expect(
    container.querySelector('.recharts-cartesian-grid-vertical'),
  ).toBeNull();
});

it('names days below it', () => {
  const container = draw(pointsOf(700, 750, 800));
  const days = [
    ...container.querySelectorAll('.recharts-xAxis-tick-labels text'),
  ].map(({ textContent }) => textContent);
  expect(days[0]).toBe('10-01');
  expect(days[days.length - 1]).toBe('10-03');
});

it.each([
  [2, true],
  [3, false],
])('marks the days where there are so few: %s', (length, marked) => {
  const permilles = Array.from({ length }, (_, index) => 700 + index);
  const container = draw(pointsOf(...permilles));
  expect(container.querySelector('.recharts-line-dots') !== null).toBe(marked);
});

it('says what the day under the pointer was', async () => {
  const container = draw(pointsOf(700, 750, 800));
  const chart = container.querySelector('.recharts-wrapper')!;
  fireEvent.mouseMove(chart, { clientX: 390, clientY: 80 });
  expect(await screen.findByText('day 2: 800')).toBeInTheDocument();
});
