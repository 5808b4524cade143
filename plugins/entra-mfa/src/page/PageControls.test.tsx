import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  changeKinds,
  type Overview,
  type SyncProgress,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import {
  contoso,
  healthy,
  overview,
  past,
  tenant,
} from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { PageControls } from './PageControls';

const [changesOf] = healthy.all('getChanges').filter(one => one.counts);

const Address = () => (
  <output aria-label="Address">{useLocation().search}</output>
);
const address = () =>
  screen.getByRole('status', { name: 'Address' }).textContent;

const draw = (change: Partial<Overview> = {}, api?: RecordedApi) =>
  renderPart(
    <>
      <PageControls overview={{ ...overview, ...change }} />
      <Address />
    </>,
    api,
  );

const asOf = (day: string) =>
  screen.findByRole('button', { name: `as of ${day}` });

it('is as of today, and of the one tenant', async () => {
  draw();
  expect(await asOf('21 Nov 2026')).toBeInTheDocument();
  expect(screen.getByText('as of')).toBeInTheDocument();
  expect(screen.getByText('Contoso')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Tenant/ })).toBeNull();
});

it('goes to another day, and back to today, which needs no address', async () => {
  draw();
  await userEvent.click(await asOf('21 Nov 2026'));
  await userEvent.click(
    await screen.findByRole('button', {
      name: /20 November 2026|November 20, 2026/,
    }),
  );
  expect(address()).toBe('?at=2026-11-20');
  await userEvent.click(
    await screen.findByRole('spinbutton', { name: /^day, as of/ }),
  );
  await userEvent.keyboard('{ArrowUp}');
  expect(address()).toBe('');
});

it('is as of the day that is shown', async () => {
  renderPortal(`/entra-mfa/overview/what-if?at=${past}`);
  await screen.findByText('Choose what to assume.');
  expect(await asOf('3 Nov 2026')).toBeInTheDocument();
});

it('asks which tenant where there are several, and keeps the one that is shown', async () => {
  draw({
    tenants: [
      { ...contoso, id: 'one', name: 'One' },
      { ...contoso, id: 'two', name: 'Two' },
    ],
    tenant: { ...contoso, id: 'two', name: 'Two' },
  });
  expect(
    await screen.findByRole('button', { name: /Two Tenant/ }),
  ).toBeInTheDocument();
});

it('reads the tenant that is shown', async () => {
  const api = draw();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Sync now' }),
  );
  expect(api.last('startSync')?.path).toBe(`/tenants/${tenant}/sync`);
});

const progress: SyncProgress = {
  run: 1,
  startedAt: overview.snapshot!.at,
  dataSet: null,
  pages: 0,
  rows: 0,
  expectedRows: null,
  people: 0,
  expectedPeople: null,
  secondsLeft: null,
  waitedMs: 0,
};

const inState = (
  change: Partial<Overview['freshness']>,
  rest: Partial<Overview> = {},
): Overview => ({
  ...overview,
  ...rest,
  freshness: { ...overview.freshness, progress: null, ...change },
});

it('waits while one runs', async () => {
  const api = draw(inState({ progress }));
  await userEvent.click(
    await screen.findByRole('button', { name: /Sync now/ }),
  );
  expect(api.last('startSync')).toBeUndefined();
});

/** What is said by itself, and what stands beside it. */
const said = () => {
  const status = screen
    .getAllByRole('status')
    .find(one => one.getAttribute('aria-label') !== 'Address')!;
  return [status.textContent, status.nextElementSibling?.textContent ?? ''];
};

it.each<[Partial<SyncProgress>, string]>([
  [{}, ''],
  [
    { dataSet: 'users', people: 600, expectedPeople: 1300, secondsLeft: 200 },
    'Reading users. 600 of about 1,300 people read. at least 3 min left',
  ],
  [
    { people: 1301, expectedPeople: 1300, secondsLeft: 0 },
    'Everything is read; people and teams are being counted. 1,301 people read.',
  ],
  [{ dataSet: 'users', people: 1 }, 'Reading users. 1 person read.'],
])('says how far a sync is: %j', async (change, text) => {
  draw(inState({ progress: { ...progress, ...change } }));
  await screen.findByText('Sync is running.');
  expect(said()).toEqual(['Sync is running.', text]);
});

const problem = {
  code: 'no-permission' as const,
  message: 'A permission is missing.',
  action: 'Grant it',
  dataSet: null,
  since: null,
};
const running = inState({ progress });
const [before, after] = [7, 8].map(number => ({
  number,
  at: `2026-11-${number + 10}T08:00:00.000Z`,
  rulesVersion: '1',
}));
const counts = { ...changesOf.counts! };
for (const kind of changeKinds) counts[kind] = 0;

/** Shows one state of the tenant after the other. */
function Steps({ states }: { states: Overview[] }) {
  const [index, setIndex] = useState(0);
  return (
    <>
      <PageControls overview={states[index]} />
      <button type="button" onClick={() => setIndex(index + 1)}>
        next
      </button>
    </>
  );
}

async function walk(states: Overview[], api = new RecordedApi()) {
  renderPart(<Steps states={states} />, api);
  await screen.findByRole('button', { name: /Sync now/ });
  for (const _ of states.slice(1)) {
    await userEvent.click(screen.getByText('next'));
  }
}

it.each<[string, Partial<typeof counts> | null, Overview[], string]>([
  [
    'what was seen to run',
    { gained: 12, lost: 1 },
    [{ ...running, snapshot: before }, inState({}, { snapshot: after })],
    'Snapshot 8 is published: 1 lost, 12 gained.',
  ],
  [
    'what ran unseen',
    { gained: 12, lost: 1 },
    [inState({}, { snapshot: before }), inState({}, { snapshot: after })],
    'Snapshot 8 is published: 1 lost, 12 gained.',
  ],
  [
    'what changed nobody',
    {},
    [{ ...running, snapshot: before }, inState({}, { snapshot: after })],
    'Snapshot 8 is published: nobody changed.',
  ],
  [
    'what changed is hidden',
    null,
    [{ ...running, snapshot: before }, inState({}, { snapshot: after })],
    'Snapshot 8 is published.',
  ],
])('says what a sync has published: %s', async (_, changed, states, text) => {
  const api = new RecordedApi().switch('getChanges', () =>
    Response.json({
      ...changesOf,
      counts: changed && { ...counts, ...changed },
    }),
  );
  await walk(states, api);
  await waitFor(() => expect(said()[0]).toBe(text));
  expect(api.last('getChanges')?.query).toMatchObject({
    from: before.at,
    to: after.at,
  });
  await userEvent.click(
    screen.getByRole('button', { name: 'Close this message' }),
  );
  expect(said()).toEqual(['', '']);
});

it('leads to what changed', async () => {
  const api = new RecordedApi().switch('getChanges', () =>
    Response.json({ ...changesOf, counts: { ...counts, lost: 2 } }),
  );
  await walk(
    [{ ...running, snapshot: before }, inState({}, { snapshot: after })],
    api,
  );
  const link = await screen.findByRole('link', { name: /2 lost/ });
  const { pathname, searchParams } = new URL(
    link.getAttribute('href')!,
    'http://localhost',
  );
  expect([pathname, Object.fromEntries(searchParams)]).toEqual([
    '/entra-mfa/changes',
    { from: before.at, to: after.at },
  ]);
});

it.each<[string, Overview[], string]>([
  [
    'with why',
    [running, inState({ problems: [problem] })],
    'The sync has ended, and published nothing: A permission is missing. Connections',
  ],
  [
    'where nothing tells why',
    [running, inState({})],
    'The sync has ended, and published nothing. Connections',
  ],
  [
    'not yet while the next one runs',
    [running, inState({}), running],
    'Sync is running.',
  ],
  ['not where none ran', [inState({}), inState({ problems: [problem] })], ''],
  [
    'not of another tenant',
    [
      running,
      inState(
        { problems: [problem] },
        { tenant: { ...contoso, id: 'two', name: 'Two' }, snapshot: after },
      ),
    ],
    '',
  ],
])('says that a sync has failed: %s', async (_, states, text) => {
  await walk(states);
  await waitFor(() => expect(said()[0]).toBe(text));
});

it('says nothing of it on a past day, whose figures stay', async () => {
  renderPart(
    <Steps states={[running, inState({ problems: [problem] })]} />,
    new RecordedApi(),
    { search: `at=${past}` },
  );
  await screen.findByRole('button', { name: /Sync now/ });
  await userEvent.click(screen.getByText('next'));
  expect(screen.queryByRole('status')).toBeNull();
});

it('offers no sync where there is no tenant', async () => {
  draw({ tenant: null });
  await screen.findByText('drawn');
  expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
});
