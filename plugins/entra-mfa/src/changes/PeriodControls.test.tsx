import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../dev/testing/renderPart';
import { PeriodControls } from './PeriodControls';
import type { ChangesValues } from '../navigation/changesNames';

function draw(values: ChangesValues = {}) {
  const changes: ChangesValues[] = [];
  renderPart(
    <PeriodControls values={values} onChange={to => changes.push(to)} />,
  );
  return changes;
}

const pressed = async () =>
  (await screen.findAllByRole('button', { pressed: true })).map(
    ({ textContent }) => textContent,
  );

/** The day that a date field shows. */
const dayIn = (name: RegExp) => {
  const field = within(screen.getByRole('group', { name: 'Period' }));
  const part = (of: string) =>
    field
      .getAllByRole('spinbutton', { name: new RegExp(`^${of},`) })
      .find(one => name.test(one.getAttribute('aria-label') ?? ''))
      ?.textContent;
  return ['month', 'day', 'year'].map(part).join('/');
};

async function raiseDay(which: 'first' | 'last') {
  await screen.findByRole('button', { name: '7 days' });
  const [day] = screen
    .getAllByRole('spinbutton', { name: /^day,/ })
    .filter(
      one =>
        /From/.test(one.getAttribute('aria-label') ?? '') ===
        (which === 'first'),
    );
  await userEvent.click(day);
  await userEvent.keyboard('{ArrowUp}');
}

it('compares the last seven days where nothing is said', async () => {
  draw();
  expect(await pressed()).toEqual(['7 days']);
  expect(dayIn(/From/)).toBe('11/14/2026');
  expect(dayIn(/to/)).toBe('11/21/2026');
  expect(screen.getByText('to')).toBeVisible();
});

it.each([
  [{ from: '2026-11-20' }, ['1 day']],
  [{ from: '2026-10-22' }, ['30 days']],
  [{ from: '2026-08-23' }, ['90 days']],
  [{ from: '2026-10-04', to: '2026-11-03' }, ['30 days']],
  [{ from: '2026-11-20T09:00:00.000Z' }, ['1 day']],
  [{ to: '2026-11-03' }, ['7 days']],
  [{ from: 'nonsense' }, ['7 days']],
])('says which usual period %j is', async (values, names) => {
  draw(values);
  expect(await pressed()).toEqual(names);
});

it('counts a usual period back from its later day', async () => {
  const changes = draw({ to: '2026-11-03' });
  await userEvent.click(await screen.findByRole('button', { name: '30 days' }));
  expect(changes).toEqual([{ from: '2026-10-04' }]);
});

it('takes another first day', async () => {
  const changes = draw({ from: '2026-11-10' });
  await raiseDay('first');
  expect(changes).toEqual([{ from: '2026-11-11' }]);
});

it('takes another last day, and keeps the first', async () => {
  const changes = draw({ from: '2026-11-01', to: '2026-11-10' });
  await raiseDay('last');
  expect(changes).toEqual([{ from: '2026-11-01', to: '2026-11-11' }]);
});

it('ends by itself where its last day is today', async () => {
  const changes = draw({ from: '2026-11-01', to: '2026-11-20' });
  await raiseDay('last');
  expect(changes).toEqual([{ from: '2026-11-01', to: undefined }]);
});
