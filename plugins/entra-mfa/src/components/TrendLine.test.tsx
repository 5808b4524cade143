import { drawCharts } from '../../dev/testing/drawCharts';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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

function Drawn(props: {
  points: TrendPoint[];
  targetPermille?: number;
  onChoose?: (time: number) => void;
}) {
  return (
    <TrendLine
      targetPermille={950}
      targetLabel="the target"
      label="Coverage"
      stepLabel="Day by day"
      dayOf={time => new Date(time).toISOString().slice(5, 10)}
      {...props}
    />
  );
}

const draw = (points: TrendPoint[], targetPermille?: number) =>
  render(<Drawn points={points} {...(targetPermille && { targetPermille })} />)
    .container;

const textsOf = (container: HTMLElement, selector: string) =>
  [...container.querySelectorAll(selector)].map(
    ({ textContent }) => textContent,
  );

/** What stands at the axis of figures, from the bottom. */
const scale = (container: HTMLElement) => textsOf(container, '.value');

const pathOf = (container: HTMLElement, selector: string) =>
  container.querySelector(`path${selector}`)?.getAttribute('d');

it.each<[number[], number, string[]]>([
  [[900, 960], 950, ['88 %', '90 %', '92 %', '94 %', '96 %', '98 %']],
  [[600, 700], 950, ['50 %', '60 %', '70 %', '80 %', '90 %', '100 %']],
  [[100, 640], 950, ['0 %', '25 %', '50 %', '75 %', '100 %']],
  [[0, 1000], 950, ['0 %', '25 %', '50 %', '75 %', '100 %']],
  [[945, 955], 950, ['93 %', '94 %', '95 %', '96 %', '97 %']],
  [[995, 1000], 1000, ['98 %', '99 %', '100 %']],
])(
  'has a scale that holds %j and a target of %s, from round figure to round figure',
  (permilles, target, levels) => {
    expect(scale(draw(pointsOf(...permilles), target))).toEqual(levels);
  },
);

it('draws the figures and the target where they are, with its words', () => {
  const container = draw(pointsOf(600, 700, 800), 750);
  expect(screen.getByRole('img', { name: 'Coverage' })).toBeInTheDocument();
  expect(screen.getByText('the target')).toBeInTheDocument();
  expect(scale(container)).toEqual(['50 %', '60 %', '70 %', '80 %', '90 %']);
  expect(pathOf(container, '.target')).toBe('M0 37.5H100');
  expect(pathOf(container, '.line')).toBe('M0,75L50,75L50,50L100,50L100,25');
});

it.each([
  [3, ['10-01', '10-02', '10-03']],
  [61, ['10-01', '10-11', '10-21', '10-31', '11-10', '11-20', '11-30']],
  [91, ['10-01', '10-21', '11-10', '11-30', '12-20']],
])('names days below %i of them', (length, days) => {
  const points = pointsOf(...Array.from({ length }, () => 700));
  expect(textsOf(draw(points), '.day')).toEqual(days);
});

it.each([
  [2, 2],
  [3, 0],
])('marks the days where there are so few: %s', (length, marked) => {
  const permilles = Array.from({ length }, (_, index) => 700 + index);
  const container = draw(pointsOf(...permilles));
  expect(container.querySelectorAll('.dot')).toHaveLength(marked);
});

it('says what the day under the pointer was, and chooses it', () => {
  const chosen: number[] = [];
  const points = pointsOf(700, 750, 800);
  const { container, rerender } = render(
    <Drawn points={points} onChoose={time => chosen.push(time)} />,
  );
  const steps = screen.getByRole('slider');
  for (const [clientX, index] of [
    [390, 2],
    [210, 1],
    [0, 0],
  ]) {
    fireEvent.mouseMove(steps, { clientX });
    expect(screen.getByText(points[index].hint)).toBeInTheDocument();
    expect(container.querySelectorAll('.dot')).toHaveLength(1);
    fireEvent.click(steps, { clientX });
    expect(chosen.pop()).toBe(points[index].time);
  }
  // What is chosen may have fewer days, below a pointer that has not moved.
  fireEvent.mouseMove(steps, { clientX: 390 });
  rerender(<Drawn points={points.slice(0, 2)} />);
  expect(screen.getByText(points[1].hint)).toBeInTheDocument();
  fireEvent.mouseLeave(steps);
  expect(screen.queryByText(/^day/)).toBeNull();
});

it('is read and chosen with the keyboard, from the last day on', async () => {
  const chosen: number[] = [];
  const points = pointsOf(700, 750, 800);
  render(<Drawn points={points} onChoose={time => chosen.push(time)} />);
  await userEvent.tab();
  const steps = screen.getByRole('slider', { name: 'Day by day' });
  expect(steps).toHaveFocus();
  expect(screen.getByText(points[2].hint)).toBeInTheDocument();
  fireEvent.change(steps, { target: { value: 1 } });
  expect(steps).toHaveAttribute('aria-valuetext', points[1].hint);
  expect(screen.getByText(points[1].hint)).toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  expect(chosen).toEqual([points[1].time]);
  await userEvent.tab();
  expect(screen.queryByText(/^day/)).toBeNull();
});
