import { act, render, screen } from '@testing-library/react';
import { drawCharts } from '../../dev/testing/drawCharts';
import { LazyTrendLine } from './LazyTrendLine';

drawCharts();

const draw = () =>
  render(
    <LazyTrendLine
      points={[1, 2].map(day => ({ time: day, permille: 900, hint: '' }))}
      targetPermille={950}
      targetLabel="the target"
      label="Coverage"
      dayOf={String}
    />,
  );

it('is drawn when it comes into sight', async () => {
  let see: (isIntersecting: boolean) => void;
  Object.assign(window, {
    IntersectionObserver: class {
      constructor(tell: IntersectionObserverCallback) {
        see = isIntersecting =>
          tell(
            [{ isIntersecting } as IntersectionObserverEntry],
            this as unknown as IntersectionObserver,
          );
      }

      observe() {}

      disconnect() {}
    },
  });
  try {
    draw();
    await act(async () => see(false));
    expect(screen.queryByRole('img')).toBeNull();
    await act(async () => see(true));
    expect(
      await screen.findByRole('img', { name: 'Coverage' }),
    ).toBeInTheDocument();
  } finally {
    Reflect.deleteProperty(window, 'IntersectionObserver');
  }
});

it('is drawn at once where nothing tells what is in sight', async () => {
  draw();
  expect(
    await screen.findByRole('img', { name: 'Coverage' }),
  ).toBeInTheDocument();
});
