import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Budget } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { BudgetPanel } from './BudgetPanel';

const last = {
  run: 7,
  startedAt: '2026-11-21T08:00:00.000Z',
  pages: 300,
  rows: 299_000,
  calls: 312,
  waitedSeconds: 745,
};
const budget: Budget = {
  intervalSeconds: 3600,
  dataSets: [
    {
      id: 'registrations',
      service: 'reports',
      limit: { requests: 5, seconds: 10 },
      pace: { requests: 4, seconds: 10 },
      last,
      leastSeconds: 740,
      everySeconds: 3600,
      usedPermille: 173,
    },
    {
      id: 'users',
      service: 'directory',
      limit: null,
      pace: null,
      last: { ...last, calls: 9, waitedSeconds: 0 },
      leastSeconds: null,
      everySeconds: 86_400,
      usedPermille: null,
    },
    {
      id: 'conditional-access',
      service: 'conditional-access',
      limit: { requests: 1, seconds: 1 },
      pace: null,
      last: null,
      leastSeconds: null,
      everySeconds: 3600,
      usedPermille: null,
    },
  ],
  days: [
    { date: '2026-11-20', runs: 24, calls: 400, waitedSeconds: 60 },
    { date: '2026-11-21', runs: 12, calls: 100, waitedSeconds: 0 },
  ],
};

const having = (change: Partial<Budget> = {}) =>
  new RecordedApi().switch('getBudget', () =>
    Response.json({ ...budget, ...change }),
  );

const { dataSets: told } = healthy.answer('getTenants', {});
const titleOf = (dataSet: string) =>
  told.find(({ id }) => id === dataSet)!.title;

const cellsOf = (rows: HTMLElement[]) =>
  rows.map(row => [...row.children].map(({ textContent }) => textContent));

it('says of each data set what is allowed, what is used of it, and how long it takes', async () => {
  renderPart(<BudgetPanel tenant={tenant} />, having());
  const { getAllByRole, getByText } = await panel(
    'What Microsoft Graph allows, and what a sync uses',
  );
  expect(getByText('syncs every 1 h')).toBeInTheDocument();
  await screen.findByText(titleOf('users'));
  expect(cellsOf(getAllByRole('row').slice(1))).toEqual([
    [
      titleOf('registrations'),
      '5 in 10 skept to 4 in 10 s',
      '312',
      '17.3 %',
      '12 min',
      '12 min',
    ],
    [
      `${titleOf('users')}read every 24 h`,
      '3,500 to 8,000 units in 10 s',
      '9',
      '–',
      '0 s',
      '–',
    ],
    [titleOf('conditional-access'), '1 in 1 s', '–', '–', '–', '–'],
  ]);
});

it('draws the requests of each day, and lists them', async () => {
  renderPart(<BudgetPanel tenant={tenant} />, having());
  const days = await panel('Requests by day');
  const picture = days.getByRole('img', {
    name: 'Requests from 20 Nov 2026 to 21 Nov 2026: at most 400 a day',
  });
  const bars = [...picture.querySelectorAll<HTMLElement>('[title]')];
  expect(bars.map(({ title, style }) => [title, style.height])).toEqual([
    ['20 Nov 2026: 400', '100%'],
    ['21 Nov 2026: 100', '25%'],
  ]);
  await userEvent.click(days.getByText('As a table'));
  const table = within(days.getByRole('table'));
  expect(cellsOf(table.getAllByRole('row').slice(1))).toEqual([
    ['21 Nov 2026', '12', '100', '0 s'],
    ['20 Nov 2026', '24', '400', '1 min'],
  ]);
});

it('says where syncs start by hand, and draws nothing where none has ended', async () => {
  renderPart(
    <BudgetPanel tenant={tenant} />,
    having({ intervalSeconds: null, days: [] }),
  );
  expect(await screen.findByText('syncs start by hand')).toBeInTheDocument();
  expect(screen.queryByText('Requests by day')).toBeNull();
});

it('is a tab of a connection', async () => {
  renderPortal(`/entra-mfa/connections/${tenant}/budget`);
  const { getAllByText } = await panel(
    'What Microsoft Graph allows, and what a sync uses',
  );
  expect(getAllByText('kept to 4 in 10 s').length).toBeGreaterThan(0);
});
