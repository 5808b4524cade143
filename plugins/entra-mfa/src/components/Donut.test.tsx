import { drawCharts } from '../../dev/testing/drawCharts';
import { fireEvent, render, screen } from '@testing-library/react';
import { Donut } from './Donut';

drawCharts();

function draw(counts: number[]) {
  const opened: string[] = [];
  const { container } = render(
    <Donut
      parts={counts.map((count, index) => ({
        key: `part-${index}`,
        label: `part ${index}`,
        count,
        color: `var(--part-${index})`,
        hint: `${count} in part ${index}`,
        onOpen: () => opened.push(`part ${index}`),
      }))}
    >
      <strong>64.9 %</strong>
    </Donut>,
  );
  const sectors = [...container.querySelectorAll('.recharts-pie-sector path')];
  return { sectors, opened };
}

it('draws each part in its colour, around the figure', () => {
  const { sectors } = draw([37, 20]);
  expect(sectors.map(sector => sector.getAttribute('fill'))).toEqual([
    'var(--part-0)',
    'var(--part-1)',
  ]);
  expect(screen.getByText('64.9 %')).toBeInTheDocument();
});

it('draws a part as large as it counts', () => {
  const [half, whole] = [draw([10, 10]), draw([20, 0.001])];
  const pathOf = (sector: Element) => sector.getAttribute('d');
  expect(pathOf(half.sectors[0])).not.toBe(pathOf(whole.sectors[0]));
});

it('opens the part that is pressed', () => {
  const { sectors, opened } = draw([37, 20]);
  fireEvent.click(sectors[1]);
  fireEvent.click(sectors[0]);
  expect(opened).toEqual(['part 1', 'part 0']);
});

it('says what the part under the pointer counts', () => {
  const { sectors } = draw([37, 20]);
  expect(screen.queryByText('20 in part 1')).toBeNull();
  fireEvent.mouseOver(sectors[1]);
  expect(screen.getByText('20 in part 1')).toBeInTheDocument();
});
