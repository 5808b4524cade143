import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ReminderCampaign,
  ReminderProgress,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  reminderFilterOf,
  type ReminderFilterValues,
} from '../navigation/reminderFilter';
import type { FilterValues } from '../navigation/filterValues';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

const page = '/entra-mfa/compliance/reminders';
const empty = healthy.answer('getReminders', {});

const campaign: ReminderCampaign = {
  id: 'c1',
  title: 'Register a method',
  text: 'It takes three minutes.',
  filter: { team: 'group:default/payments', privileged: 'true' },
  firstDay: '2026-11-02',
  everyDays: 7,
  until: '2026-12-18',
  leadAfter: 2,
  securityAfter: null,
  quietFrom: 18,
  quietTo: 8,
  quietWeekends: true,
  timeZone: 'Europe/Berlin',
  state: 'running',
  waits: 'stale',
  created: { by: 'user:default/ada.berg', at: '2026-11-01T09:00:00Z' },
  startedAt: '2026-11-02T09:00:00Z',
  changed: { by: 'user:default/ada.berg', at: '2026-11-02T09:00:00Z' },
  counts: { reminded: 12, fixed: 7, open: 4, other: 1 },
};
const progress: ReminderProgress = {
  tenant: empty.tenant!,
  snapshot: empty.snapshot!,
  mayManage: true,
  campaign,
  teams: [
    {
      ref: 'group:default/ledger',
      title: 'Ledger',
      reminded: 8,
      fixed: 5,
      open: 3,
      other: 0,
    },
  ],
  hiddenTeams: 2,
  pace: {
    weeks: [
      { from: '2026-10-26T09:00:00Z', fixed: 1, isSince: false },
      { from: '2026-11-02T09:00:00Z', fixed: 5, isSince: true },
      { from: '2026-11-09T09:00:00Z', fixed: 2, isSince: true },
    ],
    before: 1,
    since: 5.37,
  },
};

const json = (body: unknown) =>
  new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json' },
  });

const withCampaign = () =>
  new RecordedApi()
    .change('getReminders', body => ({ ...body, items: [campaign] }))
    .switch('getReminder', () => json(progress))
    .switch('stopReminders', () => json({ ...campaign, state: 'stopped' }))
    .switch('createReminders', () => json({ ...campaign, state: 'draft' }));

it('says what a campaign does, and who would hear of one, before anything is sent', async () => {
  const api = withCampaign().change('getReminders', body => ({
    ...body,
    items: [],
  }));
  renderPortal(page, { api });
  const list = await panel('Reminders');
  expect(await list.findByText('No campaigns yet')).toBeVisible();
  await userEvent.click(list.getByRole('button', { name: 'New campaign' }));
  const dialog = within(await screen.findByRole('dialog'));
  const { hear, unreachable } = healthy.answer('previewReminders', {});
  expect(
    await dialog.findByText(new RegExp(`^${hear} people would hear`)),
  ).toBeVisible();
  expect(dialog.getByText(new RegExp(`^${unreachable} more ha`))).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Make it' }));
  await screen.findByText(/^The campaign was made/);
  const { body } = api.last('createReminders')!;
  expect(body).toMatchObject({
    title: 'Please register for MFA',
    filter: {},
    everyDays: 7,
    leadAfter: 2,
    securityAfter: null,
    quietFrom: 18,
    quietTo: 8,
    quietWeekends: true,
  });
});

it('takes whom the list of people shows, as a rule', async () => {
  const api = withCampaign().switch('previewReminders', () =>
    json(healthy.answer('previewReminders', {})),
  );
  renderPortal(
    '/entra-mfa/people?state=uncovered&team=group%3Adefault%2Fpayments',
    { api },
  );
  await userEvent.click(
    await screen.findByRole('link', { name: 'Remind them' }),
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'New campaign' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Make it' }));
  await screen.findByText(/^The campaign was made/);
  expect(api.last('previewReminders')!.query).toEqual({
    team: 'group:default/payments',
  });
  expect(api.last('createReminders')!.body).toMatchObject({
    filter: { team: 'group:default/payments' },
  });
});

it('is ready for privileged people with only a phone', async () => {
  const api = withCampaign()
    .change('getReminders', body => ({ ...body, items: [] }))
    .switch('previewReminders', () =>
      json({ ...healthy.answer('previewReminders', {}), hear: 4 }),
    );
  renderPortal(
    `${page}?gap=privileged-phone-only&team=group:default/payments`,
    {
      api,
    },
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'New campaign' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('4 people would hear')).toBeVisible();
  expect(dialog.queryByLabelText('Privileged people only')).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: 'Make it' }));
  await screen.findByText(/^The campaign was made/);
  const filter = {
    gap: 'privileged-phone-only',
    team: 'group:default/payments',
  };
  expect(api.last('previewReminders')!.query).toEqual(filter);
  expect(api.last('createReminders')!.body).toMatchObject({
    title: 'Please add a method besides your phone',
    text: expect.stringMatching(/your only second sign-in method/),
    filter,
  });
});

it('says of a campaign that it is for those, and what is another method', async () => {
  const api = withCampaign().switch('getReminder', () =>
    json({
      ...progress,
      campaign: { ...campaign, filter: { gap: 'privileged-phone-only' } },
    }),
  );
  renderPortal(`${page}/c1`, { api });
  const head = await panel('Register a method');
  expect(head.card).toHaveTextContent('privileged people with only a phone');
  expect(head.getByText('Another method since')).toBeVisible();
  const teams = await panel('Progress by team');
  expect(teams.getByRole('link', { name: 'Ledger' })).toHaveAttribute(
    'href',
    '/entra-mfa/people?team=group%3Adefault%2Fledger&privileged=true&mark=phone-only',
  );
});

it.each<[FilterValues, ReminderFilterValues | null]>([
  [{ state: 'uncovered', team: 'group:a/b' }, { team: 'group:a/b' }],
  [{ state: 'uncovered', mark: 'phone-only' }, { mark: 'phone-only' }],
  [
    { privileged: 'true', mark: 'phone-only', sort: 'name' },
    { gap: 'privileged-phone-only' },
  ],
  [
    {
      state: 'covered',
      privileged: 'true',
      mark: 'phone-only',
      team: 'group:a/b',
    },
    { gap: 'privileged-phone-only', team: 'group:a/b' },
  ],
  [{ state: 'exempt', privileged: 'true', mark: 'phone-only' }, null],
  [{ mark: 'phone-only' }, null],
  [{ privileged: 'true', mark: 'phone-only', q: 'Ada' }, null],
])('of a list of %j there is a campaign for %j', (list, filter) => {
  expect(reminderFilterOf(list)).toEqual(filter);
});

it('shows how far a campaign is, why it sends nothing, and what it changed', async () => {
  const api = withCampaign();
  renderPortal(page, { api });
  const list = await panel('Reminders');
  const line = within(
    await list.findByRole('row', { name: /^Register a method/ }),
  );
  expect(line.getByText('waits: the data is too old')).toBeVisible();
  await userEvent.click(line.getByRole('link'));

  const head = await panel('Register a method');
  const [whom] = head.getAllByRole('definition').slice(4);
  expect(whom).toHaveTextContent('not registered, of payments · privileged');
  expect(head.getByText('team leads after 2 reminders')).toBeVisible();
  const teams = await panel('Progress by team');
  expect(
    teams.getByRole('row', { name: 'Ledger 8 5 3 0' }),
  ).toBeInTheDocument();
  expect(teams.getByText('2 teams are too small to be shown.')).toBeVisible();
  const pace = await panel('Pace');
  expect(pace.getByText('1.0 a week')).toBeVisible();
  expect(pace.getByText('5.3 a week')).toBeVisible();
  expect(
    pace.getByRole('img', { name: 'People fixed in each week' }),
  ).toBeInTheDocument();

  await userEvent.click(head.getByRole('button', { name: 'Stop' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Stop it' }));
  expect(await screen.findByText('The campaign is stopped.')).toBeVisible();
});
