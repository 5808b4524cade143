import {
  phoneDeliveryEnds,
  type Team,
} from 'backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts, healthy, past } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { PhonePanel } from './PhonePanel';

const title = 'Only a phone';
const state = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';
const { items } = healthy.answer(
  'getTeams',
  {},
  { sort: 'phoneOnly', limit: 100 },
);

const daysLeft = (day: string) =>
  Math.ceil((Date.parse(phoneDeliveryEnds) - Date.parse(day)) / 86_400_000);

it('counts down to the end of SMS and voice, with the people', async () => {
  renderOverviewPart(PhonePanel);
  const phone = await panel(title);
  expect(phone.card).toHaveTextContent(`${daysLeft('2026-11-21')} days left`);
  expect(
    phone.getByRole('link', {
      name: `${counts.marks['phone-only']} people have nothing but a phone`,
    }),
  ).toHaveAttribute('href', `/entra-mfa/people?mark=phone-only&${state}`);
  expect(
    phone.getByText(/^and read as registered today\..* on 1 Feb 2027;/),
  ).toBeInTheDocument();
  // Elsewhere, nobody can say.
  expect(phone.card).toHaveTextContent(/The date is that of the public cloud/);
  expect(
    phone.getByRole('link', {
      name: `${counts.marks['phone-default']} people have a phone as their default second factor`,
    }),
  ).toHaveAttribute('href', `/entra-mfa/people?mark=phone-default&${state}`);
});

it('shows the teams with most of them, those that hold other teams last', async () => {
  renderOverviewPart(PhonePanel);
  const phone = await panel(title);
  await phone.findByText('Teams with most of them:');
  const isParent = ({ subTeams }: Pick<Team, 'subTeams'>) => subTeams > 0;
  const expected = [
    ...items.filter(team => !isParent(team)),
    ...items.filter(isParent),
  ]
    .filter(({ phoneOnly }) => phoneOnly! > 0)
    .slice(0, 6);
  expect(
    phone
      .getAllByRole('link')
      .filter(link => link.getAttribute('href')?.includes('team='))
      .map(link => [
        link.getAttribute('href'),
        link.parentElement?.textContent,
      ]),
  ).toEqual(
    expected.map(({ ref, title: team, phoneOnly }) => [
      `/entra-mfa/people?mark=phone-only&${state}&team=${encodeURIComponent(
        ref,
      )}`,
      `${team} ${phoneOnly}`,
    ]),
  );
});

it.each([
  ['2027-01-31T00:00:00Z', '1 day left'],
  ['2027-02-01T00:00:00Z', 'since 1 Feb 2027'],
  ['2027-02-03T00:00:00Z', 'since 1 Feb 2027'],
])('at %s says %s', async (now, text) => {
  renderOverviewPart(PhonePanel, { now: Date.parse(now) });
  expect((await panel(title)).getByText(text)).toBeInTheDocument();
});

it('counts down from the day that is shown', async () => {
  renderPortal(`/entra-mfa?at=${past}`);
  const { card } = await panel(title);
  expect(card).toHaveTextContent(`${daysLeft(past)} days left`);
});

it('names no more than six teams', async () => {
  const one = items.find(({ subTeams }) => subTeams === 0)!;
  const api = new RecordedApi().change('getTeams', body => ({
    ...body,
    items: Array.from({ length: 8 }, (_, index) => ({
      ...one,
      ref: `group:default/team-${index}`,
      title: `Team ${index}`,
    })),
  }));
  renderOverviewPart(PhonePanel, { api });
  const phone = await panel(title);
  expect(await phone.findAllByRole('link', { name: /^Team/ })).toHaveLength(6);
});

it('speaks of one person as of one', async () => {
  const one = { ...items[0], phoneOnly: 1 };
  const api = new RecordedApi().change('getTeams', body => ({
    ...body,
    items: [one],
  }));
  renderOverviewPart(PhonePanel, {
    api,
    having: {
      counts: { ...counts, marks: { 'phone-only': 1, 'phone-default': 1 } },
    },
  });
  const phone = await panel(title);
  for (const name of [
    '1 person has nothing but a phone',
    '1 person has a phone as the default second factor',
  ]) {
    expect(phone.getByRole('link', { name })).toBeInTheDocument();
  }
  expect(await phone.findByRole('link', { name: one.title })).toBeVisible();
});

it('says that nobody has only a phone', async () => {
  const api = new RecordedApi().change('getTeams', body => ({
    ...body,
    items: [],
  }));
  renderOverviewPart(PhonePanel, {
    api,
    having: { counts: { ...counts, marks: {} } },
  });
  const phone = await panel(title);
  expect(
    phone.getByText('Nobody in scope has only a phone.'),
  ).toBeInTheDocument();
  expect(phone.queryByRole('link')).toBeNull();
  expect(phone.queryByText(/^Teams with most/)).toBeNull();
});

it('says what went wrong', async () => {
  const api = new RecordedApi().fail('getTeams', 503, 'No database');
  renderOverviewPart(PhonePanel, { api });
  const phone = await panel(title);
  expect(await phone.findByText('No database')).toBeInTheDocument();
  api.change('getTeams', body => body);
  phone.getByRole('button', { name: 'Try again' }).click();
  expect(await phone.findByText(items[0].title)).toBeInTheDocument();
});
