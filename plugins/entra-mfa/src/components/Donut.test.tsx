import { fireEvent, render, screen } from '@testing-library/react';
import { Donut } from './Donut';

function draw(counts: number[]) {
  const opened: string[] = [];
  const { container } = render(
    <Donut
      parts={counts.map((count, index) => ({
        key: `part-${index}`,
        count,
        color: `var(--part-${index})`,
        hint: `${count} in part ${index}`,
        onOpen: () => opened.push(`part ${index}`),
      }))}
    >
      <strong>64.9 %</strong>
    </Donut>,
  );
  const sectors = [...container.querySelectorAll('circle')];
  return { sectors, opened };
}

it('draws each part in its colour, around the figure', () => {
  const { sectors } = draw([37, 20]);
  expect(sectors.map(sector => sector.getAttribute('stroke'))).toEqual([
    'var(--part-0)',
    'var(--part-1)',
  ]);
  expect(screen.getByText('64.9 %')).toBeInTheDocument();
});

it('draws a part as large as it counts, where the one before ends', () => {
  const { sectors } = draw([30, 10, 5]);
  expect(
    sectors.map(sector =>
      ['pathLength', 'stroke-dasharray', 'stroke-dashoffset'].map(name =>
        sector.getAttribute(name),
      ),
    ),
  ).toEqual([
    ['45', '30 15', '0'],
    ['45', '10 35', '-30'],
    ['45', '5 40', '-40'],
  ]);
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
  fireEvent.mouseOut(sectors[1]);
  expect(screen.queryByText('20 in part 1')).toBeNull();
});
