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
  const sectors = [...container.querySelectorAll('path')];
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

it('draws a part as large as it counts, where the one before ends', () => {
  const { sectors } = draw([30, 10, 5]);
  // Of the outer arc, where it begins and where it ends: two thirds of the way round, and eight ninths.
  expect(
    sectors.map(sector =>
      /^M(\S+?)A49,49,0,[01],1,(\S+?)L/
        .exec(sector.getAttribute('d')!)!
        .slice(1),
    ),
  ).toEqual([
    ['0,-49', '-42.435,24.5'],
    ['-42.435,24.5', '-31.497,-37.536'],
    ['-31.497,-37.536', '0,-49'],
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
