import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  CollectorRun,
  Run,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { Runs } from './Runs';

const all = healthy.answer('getRuns', {}, { limit: 25 });
/** None of them failed, which would be opened at once. */
const runs = { ...all, items: all.items.slice(0, 10) };
const newest = () => new RecordedApi().change('getRuns', () => runs);

const inSeconds = (milliseconds: number) =>
  `${(Math.floor(milliseconds / 100) / 10).toFixed(1)} s`;
const changes = ({ added, changed, removed }: CollectorRun) =>
  `+${added} ~${changed} −${removed}`;
const sum = (run: Run, of: (collector: CollectorRun) => number) =>
  run.collectors.reduce((total, one) => total + of(one), 0);

/** The whole of a run, as if it were one collector. */
const wholeOf = (run: Run): CollectorRun => ({
  ...run.collectors[0],
  added: sum(run, one => one.added),
  changed: sum(run, one => one.changed),
  removed: sum(run, one => one.removed),
});

/** The cells of each row of the table of reads. */
async function rows() {
  const reads = await panel('Reads');
  await reads.findByRole('table');
  return reads
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.children].map(({ textContent }) => textContent));
}

/** The numbers of the reads that are listed, whether they are opened or not. */
const numbers = async () =>
  (await rows())
    .map(([number]) => number)
    .filter(number => /^\d+$/.test(number ?? ''));

it('shows each read with what it took, changed and cost, newest first', async () => {
  renderPart(<Runs />, newest());
  const shown = await rows();
  expect(shown.map(([number]) => number)).toEqual(
    runs.items.map(({ number }) => String(number)),
  );
  const took = ({ startedAt, endedAt }: Run) =>
    Date.parse(endedAt!) - Date.parse(startedAt);
  expect(shown.map(([, , ...rest]) => rest)).toEqual(
    runs.items.map(run => [
      'published',
      inSeconds(took(run)),
      String(sum(run, one => one.rows)),
      changes(wholeOf(run)),
      String(sum(run, one => one.calls)),
      inSeconds(sum(run, one => one.waitedMs)),
    ]),
  );
  expect(shown[0][1]).toBe('12 min ago');
  expect(shown[1][1]).toBe('1 h ago');
  expect(screen.getByText('12 min ago')).toHaveAttribute(
    'datetime',
    runs.items[0].startedAt,
  );
});

it('has a heading for each of them', async () => {
  renderPart(<Runs />);
  const reads = await panel('Reads');
  const [head] = await reads.findAllByRole('row');
  expect([...head.children].map(({ textContent }) => textContent)).toEqual([
    'Read',
    'Started',
    'Outcome',
    'Took',
    'Rows',
    'Changed',
    'Calls',
    'Waited',
  ]);
  expect(reads.getByRole('group', { name: 'Reads' })).toBeInTheDocument();
});

it('opens what each data set of a read did, and closes it', async () => {
  renderPart(<Runs />, newest());
  const [run] = runs.items;
  await userEvent.click(
    await screen.findByRole('button', {
      name: `Show what read ${run.number} did`,
    }),
  );
  const shown = await rows();
  expect(shown.slice(1, run.collectors.length + 1)).toEqual(
    run.collectors.map(collector => [
      collector.dataSet,
      // Risky sign-ins are read less often than there are reads.
      collector.dataSet === 'risky-sign-ins' ? 'not due' : 'complete',
      '',
      String(collector.rows),
      changes(collector),
      String(collector.calls),
      inSeconds(collector.waitedMs),
    ]),
  );
  await userEvent.click(
    screen.getByRole('button', {
      name: `Hide what read ${run.number} did`,
      expanded: true,
    }),
  );
  expect(await rows()).toHaveLength(runs.items.length);
});

it('says in words what changed', async () => {
  const [run] = runs.items;
  const api = new RecordedApi().change('getRuns', body => ({
    ...body,
    items: [
      {
        ...run,
        collectors: [
          { ...run.collectors[0], added: 1, changed: 2, removed: 3 },
        ],
      },
    ],
  }));
  renderPart(<Runs />, api);
  expect(await screen.findByText('+1 ~2 −3')).toHaveAttribute(
    'title',
    '1 added, 2 changed, 3 removed',
  );
});

it('goes to older reads, and back', async () => {
  const api = new RecordedApi().switch('getRuns', (_, { query }) =>
    Response.json({
      ...runs,
      items: query.cursor ? runs.items.slice(-1) : all.items,
      pageInfo: { nextCursor: query.cursor ? null : 'older' },
    }),
  );
  renderPart(<Runs />, api);
  expect(await screen.findByText(`1–${all.items.length}`)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  const [oldest] = runs.items.slice(-1);
  await screen.findByText('26–26');
  expect(await numbers()).toEqual([String(oldest.number)]);
  expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Previous page' }));
  expect(await screen.findByText(`1–${all.items.length}`)).toBeInTheDocument();
});

it('opens a failed read at once, says why once, and gives the ids for Microsoft', async () => {
  const [failed] = new RecordedApi('stale').answer(
    'getRuns',
    {},
    { limit: 25 },
  ).items;
  renderPart(<Runs />, new RecordedApi('stale'));
  const reads = await panel('Reads');
  expect(
    await reads.findAllByText('failed, nothing published'),
  ).not.toHaveLength(0);
  expect(reads.getAllByText(failed.problem!.message)).toHaveLength(1);
  const { requestIds } = failed.collectors.find(({ problem }) => problem)!;
  expect(
    reads.getByText(
      `Request ids for Microsoft support: ${requestIds.join(', ')}`,
    ),
  ).toBeInTheDocument();
  expect(reads.getByText('skipped')).toBeInTheDocument();
});

it('says of each data set what went wrong, or its request ids, whichever there is', async () => {
  const [failed] = new RecordedApi('stale').answer(
    'getRuns',
    {},
    { limit: 25 },
  ).items;
  const { problem } = failed;
  const [one, other] = failed.collectors;
  const api = new RecordedApi().change('getRuns', body => ({
    ...body,
    items: [
      {
        ...failed,
        collectors: [
          { ...one, problem, requestIds: [] },
          { ...other, problem: null, requestIds: ['an-id'] },
        ],
      },
    ],
  }));
  renderPart(<Runs />, api);
  const reads = await panel('Reads');
  expect(await reads.findAllByText(problem!.message)).toHaveLength(1);
  expect(
    reads.getAllByText(/^Request ids/).map(({ textContent }) => textContent),
  ).toEqual(['Request ids for Microsoft support: an-id']);
});

it('says of a held figure what no data set says', async () => {
  const [held] = new RecordedApi('held').answer(
    'getRuns',
    {},
    { limit: 25 },
  ).items;
  renderPart(<Runs />, new RecordedApi('held'));
  const reads = await panel('Reads');
  expect(await reads.findByText(held.problem!.message)).toBeInTheDocument();
  await userEvent.click(
    reads.getByRole('button', { name: `Hide what read ${held.number} did` }),
  );
  expect(reads.queryByText(held.problem!.message)).toBeNull();
});

it('counts how long a read that runs has taken so far', async () => {
  renderPart(<Runs />, new RecordedApi('first-run'));
  const [[, , state, took]] = await rows();
  expect(state).toBe('running');
  // Since nine o'clock, by the clock of the page.
  expect(took).toMatch(/^75\d\.\d s$/);
});

it('says that nothing has been read yet', async () => {
  const api = new RecordedApi('first-run').change('getRuns', body => ({
    ...body,
    items: [],
  }));
  renderPart(<Runs />, api);
  expect(
    await screen.findByText(
      'Nothing has been read yet. The first read starts by itself.',
    ),
  ).toBeInTheDocument();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = newest().fail('getRuns', 503, 'No database');
  renderPart(<Runs />, api);
  const reads = await panel('Reads');
  expect(await reads.findByText('No database')).toBeInTheDocument();
  expect(reads.card.querySelector('.bui-Skeleton')).toBeNull();
  expect(reads.queryByText(/^Nothing has been read/)).toBeNull();
  api.change('getRuns', () => runs);
  await userEvent.click(reads.getByRole('button', { name: 'Try again' }));
  expect(await numbers()).toHaveLength(runs.items.length);
});

it('shows that it waits, and nothing else yet', async () => {
  const api = new RecordedApi().silence('getRuns');
  renderPart(<Runs />, api);
  const reads = await panel('Reads');
  expect(reads.card.querySelectorAll('.bui-Skeleton')).toHaveLength(1);
  expect(reads.queryByText(/^Nothing has been read/)).toBeNull();
  expect(reads.queryByRole('table')).toBeNull();
});

it.each([
  ['while a read runs', undefined],
  ['while the first is still to come', []],
])('reads again by itself %s', async (_, items) => {
  const api = new RecordedApi('first-run').change('getRuns', body => ({
    ...body,
    items: items ?? body.items,
  }));
  renderPart(<Runs />, api);
  const asked = () => api.sent.filter(({ route }) => route === 'getRuns');
  await waitFor(() => expect(asked().length).toBeGreaterThan(1));
});
