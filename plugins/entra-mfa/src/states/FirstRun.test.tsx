import { screen } from '@testing-library/react';
import type {
  Overview,
  Problem,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { renderPart } from '../../dev/testing/renderPart';
import { FirstRun } from './FirstRun';

const recorded = new RecordedApi('first-run');
const { freshness } = recorded.answer('getOverview', {});
type Progress = NonNullable<typeof freshness.progress>;

const minutesAgo = (minutes: number) =>
  new Date(recorded.at - minutes * 60_000).toISOString();

const users: Progress = {
  run: 1,
  startedAt: minutesAgo(10),
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

async function draw(change: Partial<Overview['freshness']>) {
  renderPart(
    <FirstRun freshness={{ ...freshness, ...change }}>
      <p>what helps</p>
    </FirstRun>,
  );
  const status = await screen.findByRole('status');
  return {
    status,
    bar: status.querySelector('progress')!,
    facts: [...status.querySelectorAll('.facts > li')].map(
      ({ textContent }) => textContent,
    ),
  };
}

const show = (progress: Progress) => draw({ progress });

it('says how far it is, with all there is to say of it', async () => {
  const { status, facts, bar } = await show({ ...report, waitedMs: 12_345 });
  expect(status).toHaveTextContent('The first read is under way');
  expect(status).toHaveTextContent(
    '5,994 rows in 6 pages read, now registrations. Figures appear when the read is complete.',
  );
  expect(facts).toEqual([
    '20,000 people read from the directory',
    "5,994 rows read of Microsoft's report, of about 20,000",
    'about 2 min left',
    'started 10 min ago',
    'waited 12 s in all, to keep to the pace of Microsoft Graph',
  ]);
  expect(bar).toHaveAccessibleName('The first read is under way');
  expect(status.querySelector('time')).toHaveAttribute(
    'datetime',
    report.startedAt,
  );
  expect(status).not.toHaveTextContent('It starts by itself');
  expect(status).toHaveTextContent('what helps');
});

it.each<[string, Partial<Progress>, string[]]>([
  [
    'nothing of an end that nobody knows',
    { expectedRows: null, expectedPeople: null, secondsLeft: null },
    ['20,000 people read from the directory', 'started 10 min ago'],
  ],
  [
    'nothing of a wait of less than a second',
    { waitedMs: 999 },
    [
      '20,000 people read from the directory',
      "5,994 rows read of Microsoft's report, of about 20,000",
      'about 2 min left',
      'started 10 min ago',
    ],
  ],
  [
    'that it waited, from one second on',
    { waitedMs: 1000 },
    [
      '20,000 people read from the directory',
      "5,994 rows read of Microsoft's report, of about 20,000",
      'about 2 min left',
      'started 10 min ago',
      'waited 1 s in all, to keep to the pace of Microsoft Graph',
    ],
  ],
  [
    'a minute that is left',
    { secondsLeft: 60 },
    [
      '20,000 people read from the directory',
      "5,994 rows read of Microsoft's report, of about 20,000",
      'about 1 min left',
      'started 10 min ago',
    ],
  ],
  [
    'before the report a minute that is left, and nothing of the report',
    { ...users, secondsLeft: 60 },
    [
      '5,994 of about 20,000 people read from the directory',
      'at least 1 min left',
      'started 10 min ago',
    ],
  ],
])('says %s', async (_, change, told) => {
  expect((await show({ ...report, ...change })).facts).toEqual(told);
});

it('says that it is starting', async () => {
  const { status } = await show({ ...users, dataSet: null, secondsLeft: null });
  expect(status).toHaveTextContent('The read is starting.');
});

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
    'the assessing',
    { ...report, dataSet: null, pages: 0, rows: 0, secondsLeft: 0 },
    ['Everything is read.', '20,000 people read from the directory'],
    1,
  ],
])('says how far it is while it reads %s', async (_, progress, said, part) => {
  const { status, bar } = await show(progress);
  for (const text of said) {
    expect(status).toHaveTextContent(text);
  }
  expect(bar.value / bar.max).toBeCloseTo(part, 9);
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

it('says that it has not started yet', async () => {
  const { status: notice } = await draw({ progress: null });
  expect(notice).toHaveTextContent(
    'The first read has not started yet. It starts by itself.',
  );
  expect(notice.querySelector('progress')).toBeNull();
});

const problem: Problem = {
  code: 'no-permission',
  message: 'It may not read.',
  action: 'Grant it.',
  dataSet: 'users',
  since: minutesAgo(180),
};

it('says that it has not succeeded, why, since when and what to do', async () => {
  const { status: notice } = await draw({
    progress: null,
    problems: [problem],
  });
  expect(notice).toHaveTextContent('The first read has not succeeded yet');
  expect(notice.querySelector('.problems > li')).toHaveTextContent(
    /^It may not read\. Grant it\.\s*since 3 h$/,
  );
  expect(notice.querySelector('.problems time')).toHaveAttribute(
    'datetime',
    problem.since,
  );
  expect(notice).not.toHaveTextContent('It starts by itself');
});

it('is under way again where another attempt runs', async () => {
  const { status: notice } = await draw({
    problems: [{ ...problem, since: null }],
  });
  expect(notice).toHaveTextContent('The first read is under way');
  expect(notice.querySelector('.problems > li')?.textContent).toBe(
    'It may not read. Grant it.',
  );
});
