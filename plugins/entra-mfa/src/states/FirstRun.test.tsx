import { screen } from '@testing-library/react';
import type { Overview } from 'backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { renderPart } from '../../dev/testing/renderPart';
import { FirstRun } from './FirstRun';

const { freshness } = new RecordedApi('first-run').answer('getOverview', {});
const progress = freshness.progress!;
const now = new RecordedApi('first-run').at;
const minutesAgo = (minutes: number) =>
  new Date(now - minutes * 60_000).toISOString();

async function draw(change: Partial<Overview['freshness']>) {
  renderPart(
    <FirstRun freshness={{ ...freshness, ...change }}>
      <p>what helps</p>
    </FirstRun>,
  );
  const notice = await screen.findByRole('status');
  return {
    notice,
    facts: [...notice.querySelectorAll('.facts > li')].map(
      ({ textContent }) => textContent,
    ),
  };
}

it('says how far it is, and how long it will take', async () => {
  const { notice, facts } = await draw({
    progress: {
      ...progress,
      rows: 1500,
      pages: 2,
      dataSet: 'users',
      expectedRows: 4500,
      startedAt: minutesAgo(10),
      waitedMs: 12_345,
    },
  });
  expect(notice).toHaveTextContent('The first read is under way');
  expect(notice).toHaveTextContent(
    '1,500 rows in 2 pages read, now users. Figures appear when the read is complete.',
  );
  expect(facts).toEqual([
    '1,500 of about 4,500 rows',
    'about 20 min left',
    'started 10 min ago',
    'paused 12 s because Microsoft Graph asked to slow down',
  ]);
  const bar = notice.querySelector('progress')!;
  expect([bar.max, bar.value]).toEqual([4500, 1500]);
  expect(bar).toHaveAccessibleName('The first read is under way');
  expect(notice).toHaveTextContent('what helps');
});

it.each<[string, Partial<typeof progress>, string[]]>([
  [
    'nothing of an end that nobody knows',
    { expectedRows: null, waitedMs: 999 },
    ['started 10 min ago'],
  ],
  [
    'nothing of what is left before it has a pace',
    { expectedRows: 40, rows: 0, waitedMs: 1000 },
    [
      '0 of about 40 rows',
      'started 10 min ago',
      'paused 1 s because Microsoft Graph asked to slow down',
    ],
  ],
  [
    'nothing of what is left where there is more than was expected',
    { expectedRows: 40, rows: 40, waitedMs: 0 },
    ['40 of about 40 rows', 'started 10 min ago'],
  ],
])('says %s', async (_, change, told) => {
  const { notice, facts } = await draw({
    progress: { ...progress, startedAt: minutesAgo(10), ...change },
  });
  expect(facts).toEqual(told);
  const bar = notice.querySelector('progress')!;
  expect(bar.hasAttribute('value')).toBe(change.expectedRows !== null);
});

it('says that it has not started yet', async () => {
  const { notice } = await draw({ progress: null });
  expect(notice).toHaveTextContent(
    'The first read has not started yet. It starts by itself.',
  );
  expect(notice.querySelector('progress')).toBeNull();
});

const problem = {
  code: 'no-permission',
  message: 'It may not read.',
  action: 'Grant it.',
  dataSet: 'users' as const,
  since: minutesAgo(180),
};

it('says that it has not succeeded, why, since when and what to do', async () => {
  const { notice } = await draw({ progress: null, problems: [problem] });
  expect(notice).toHaveTextContent('The first read has not succeeded yet');
  expect(notice.querySelector('.problems > li')).toHaveTextContent(
    /^It may not read\. Grant it\.\s*since 3 h$/,
  );
  expect(notice).not.toHaveTextContent('It starts by itself');
});

it('is under way again where another attempt runs', async () => {
  const { notice } = await draw({ problems: [{ ...problem, since: null }] });
  expect(notice).toHaveTextContent('The first read is under way');
  expect(notice.querySelector('.problems > li')?.textContent).toBe(
    'It may not read. Grant it.',
  );
});
