import { screen } from '@testing-library/react';
import { freshnessOf } from '../../dev/fixture/scenarios';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { FirstRun } from './FirstRun';

type Progress = NonNullable<ReturnType<typeof freshnessOf>['progress']>;

const users: Progress = {
  run: 1,
  startedAt: '2026-11-21T08:00:00Z',
  dataSet: 'users',
  pages: 6,
  rows: 5_994,
  expectedRows: 20_000,
  people: 5_994,
  expectedPeople: 20_000,
  secondsLeft: 125,
  waitedMs: 0,
};
const report: Progress = {
  ...users,
  dataSet: 'registrations',
  people: 20_000,
};

async function show(progress: Progress) {
  const now = Date.now();
  renderInPortal(
    <FirstRun freshness={{ ...freshnessOf('first-run', now), progress }} />,
  );
  const status = await screen.findByRole('status');
  const bar: HTMLProgressElement = screen.getByRole('progressbar');
  return { status, bar };
}

it.each<[string, Progress, string[], number]>([
  [
    'the directory',
    users,
    [
      '5,994 rows in 6 pages read, now users.',
      '5,994 of about 20,000 people read from the directory',
      'at least 2 min left',
    ],
    5_994 / 40_000,
  ],
  [
    'roles',
    {
      ...users,
      dataSet: 'role-assignments',
      people: 20_000,
      rows: 7,
      expectedRows: null,
      secondsLeft: 53,
    },
    ['20,000 people read from the directory'],
    0.5,
  ],
  [
    'the report',
    report,
    [
      '20,000 people read from the directory',
      "5,994 rows read of Microsoft's report, of about 20,000",
      'about 2 min left',
    ],
    25_994 / 40_000,
  ],
  [
    'the end of the report',
    { ...report, secondsLeft: 59 },
    ['less than a minute left'],
    25_994 / 40_000,
  ],
  [
    'the judging',
    { ...report, dataSet: null, pages: 0, rows: 0, secondsLeft: 0 },
    ['Everything is read.', '20,000 people read from the directory'],
    1,
  ],
])('says how far it is while it reads %s', async (_, progress, said, part) => {
  const { status, bar } = await show(progress);
  for (const text of said) {
    expect(status).toHaveTextContent(text);
  }
  expect(bar.value / bar.max).toBeCloseTo(part);
});

it.each<[string, Progress]>([
  [
    'before the report less than a minute is known',
    { ...users, secondsLeft: 30 },
  ],
  ['nothing is known', { ...users, secondsLeft: null }],
])('says nothing of the time that is left where %s', async (_, progress) => {
  const { status } = await show(progress);
  expect(status).not.toHaveTextContent('left');
});

it('says how many people it has read where nobody knows how many there are', async () => {
  const { status, bar } = await show({
    ...users,
    expectedRows: null,
    expectedPeople: null,
    secondsLeft: null,
  });
  expect(status).toHaveTextContent('5,994 people read from the directory');
  expect(status).not.toHaveTextContent('of about');
  expect(bar).not.toHaveAttribute('value');
});
