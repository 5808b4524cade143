import { drawCharts } from '../../dev/testing/drawCharts';
import { within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  PhoneDelivery,
  PhoneEnds,
  Team,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import {
  contoso,
  counts,
  healthy,
  overview,
  past,
} from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { dayOf } from '../../dev/testing/english';
import { lastDays } from './dailyPoints';
import { PhonePanel } from './PhonePanel';

drawCharts();

const title = 'Only a phone';
const state = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';
const { items } = healthy.answer(
  'getTeams',
  {},
  { sort: 'phoneOnly', limit: 100 },
);

const february = '2027-02-01';
const july = '2027-07-01';

const daysLeft = (day: string, end: string) =>
  `${Math.ceil((Date.parse(end) - Date.parse(day)) / 86_400_000)} days left`;

const bothLeft = (day: string) =>
  `${daysLeft(day, february)} · ${daysLeft(day, july)}`;

it('counts down to the end of SMS and voice, with the people', async () => {
  renderOverviewPart(PhonePanel);
  const phone = await panel(title);
  expect(phone.card).toHaveTextContent(bothLeft('2026-11-21'));
  expect(
    phone.getByRole('link', {
      name: `${counts.marks['phone-only']} people have nothing but a phone`,
    }),
  ).toHaveAttribute('href', `/entra-mfa/people?mark=phone-only&${state}`);
  expect(
    phone.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual([
    `${counts.phoneEnds[0].count} people from 1 Feb 2027 · ${daysLeft(
      '2026-11-21',
      february,
    )}`,
    `1 person from 1 Jul 2027 · ${daysLeft('2026-11-21', july)}`,
  ]);
  expect(
    phone.getByRole('link', {
      name: `${counts.marks['phone-default']} people have a phone as their default second factor`,
    }),
  ).toHaveAttribute('href', `/entra-mfa/people?mark=phone-default&${state}`);
});

describe('down to the days', () => {
  const points = lastDays(overview.series, 90);
  const [first] = points;
  const last = points[points.length - 1];

  it('draws how many are left and may be, and tells it', async () => {
    renderOverviewPart(PhonePanel);
    const phone = await panel(title);
    expect(
      await phone.findByRole('img', {
        name: `People with only a phone from ${dayOf(first.at)} to ${dayOf(
          last.at,
        )}: ${first.phoneOnly} to ${
          last.phoneOnly
        }. On 1 Feb 2027 there may be 1 left.`,
      }),
    ).toBeInTheDocument();
    const textsOf = (selector: string) =>
      [...phone.card.querySelectorAll(selector)].map(
        ({ textContent }) => textContent,
      );
    expect(textsOf('.markText')).toEqual(['1 Feb', '1 Jul']);
    expect(phone.card.querySelector('path.needed')!.getAttribute('d')).toMatch(
      /^M[\d.]+,[\d.]+L[\d.]+,[\d.]+L100,100$/,
    );
    await userEvent.click(phone.getByText('As a table'));
    const rows = within(await phone.findByRole('table')).getAllByRole('row');
    expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual([
      ...points.map(({ at, phoneOnly }) => `${dayOf(at)}${phoneOnly}`),
      '1 Feb 2027at most 1 left',
      '1 Jul 2027at most 0 left',
    ]);
  });

  const before = overview.series.filter(
    ({ at }) => Date.parse(at) <= Date.parse(last.at) - 28 * 86_400_000,
  ).length;

  it.each([
    [-2, 'In the last four weeks, there were 2 fewer.'],
    [1, 'In the last four weeks, there was 1 more.'],
    [0, 'Four weeks ago there were as many.'],
  ])('says how fast that has to be, and how it went: %s', async (by, text) => {
    // From 21 Nov, 9:12, to 1 Feb it is a little less than ten weeks and two days.
    renderOverviewPart(PhonePanel, {
      having: {
        series: overview.series.map((point, index) => ({
          ...point,
          phoneOnly: index < before ? 8 - by : 8,
        })),
      },
    });
    const phone = await panel(title);
    expect(phone.card).toHaveTextContent(
      `For nobody to be blocked on 1 Feb 2027, 0.7 people a week have to register something else. ${text}`,
    );
  });

  it('is silent where nothing ends', async () => {
    renderOverviewPart(PhonePanel, {
      having: { counts: { ...counts, phoneEnds: [] } },
    });
    const phone = await panel(title);
    expect(phone.queryByRole('img')).toBeNull();
    expect(phone.card).not.toHaveTextContent('For nobody to be blocked');
  });

  it('has no line of one day', async () => {
    renderOverviewPart(PhonePanel, {
      having: { series: overview.series.slice(-1) },
    });
    const phone = await panel(title);
    expect(phone.queryByRole('img')).toBeNull();
    expect(phone.card).toHaveTextContent(
      'register something else. One more sync on another day',
    );
  });
});

async function textOf(shown: {
  people: number;
  phoneEnds: PhoneEnds;
  phoneDelivery?: PhoneDelivery;
}) {
  const { people, phoneEnds, phoneDelivery = 'ends' } = shown;
  renderOverviewPart(PhonePanel, {
    having: {
      counts: { ...counts, marks: { 'phone-only': people }, phoneEnds },
      tenant: { ...contoso, phoneDelivery },
    },
  });
  const phone = await panel(title);
  await phone.findByText('Teams with most of them:');
  // Teams have days of their own.
  return phone.card.textContent!.replace(/\(\d+ from [^)]*\)/g, '');
}

it('says from which day a prompt blocks them', async () => {
  const text = await textOf({
    people: 7,
    phoneEnds: [{ date: february, count: 7 }],
  });
  expect(text).toMatch(
    /7 people have nothing but a phone.*stops its own SMS and voice on 1 Feb 2027/,
  );
  expect(text).not.toContain('people from');
  // Elsewhere, nobody can say.
  expect(text).toContain('The date is that of the public cloud');
});

it('says the later day where it is that of all', async () => {
  const text = await textOf({
    people: 1,
    phoneEnds: [{ date: july, count: 1 }],
  });
  expect(text).toContain('stops its own SMS and voice on 1 Jul 2027');
});

it('says both days where there are both, with how many have which', async () => {
  const text = await textOf({
    people: 8,
    phoneEnds: [
      { date: february, count: 7 },
      { date: july, count: 1 },
    ],
  });
  expect(text).toMatch(
    /for some of them later.*7 people from 1 Feb 2027.*1 person from 1 Jul 2027.*later one is for Global Administrators/,
  );
});

it.each<[PhoneDelivery, string]>([
  [
    'national-cloud',
    'No end date: Microsoft has announced none for its SMS and voice in this cloud.',
  ],
  [
    'own-provider',
    'No end date: SMS and voice come from a telephony provider of your organization.',
  ],
])('counts nothing down and says why: %s', async (phoneDelivery, why) => {
  const text = await textOf({ people: 7, phoneEnds: [], phoneDelivery });
  expect(text).toContain('7 people have nothing but a phone');
  expect(text).toContain(why);
  expect(text).not.toMatch(/days left|2027|public cloud/);
});

const first = { date: february, count: 7 };
const later = { date: july, count: 1 };
const faq = "of the public cloud, by Microsoft's FAQ of 23 Sep 2026";

it.each<[string, PhoneEnds, PhoneDelivery, string, string]>([
  [
    'one day',
    [first],
    'ends',
    ' today. Microsoft stops its own SMS and voice on 1 Feb 2027; from then on a prompt blocks them.',
    `The date is that ${faq}.`,
  ],
  [
    'two days',
    [first, later],
    'ends',
    ' today. Microsoft stops its own SMS and voice, for some of them later; from then on a prompt blocks them:',
    `The dates are those ${faq}: the later one is for Global Administrators and external users.`,
  ],
  [
    'no day, and why',
    [],
    'own-provider',
    '.',
    'No end date: SMS and voice come from a telephony provider of your organization.',
  ],
  ['no day that is known', [], 'ends', '.', ''],
])('says this and nothing else of %s', async (_, ends, delivery, sum, note) => {
  renderOverviewPart(PhonePanel, {
    having: {
      counts: { ...counts, marks: { 'phone-only': 8 }, phoneEnds: ends },
      tenant: { ...contoso, phoneDelivery: delivery },
    },
  });
  const { card } = await panel(title);
  const texts = [...card.querySelectorAll('p')].map(p => p.textContent);
  expect(texts[0]).toBe(
    `8 people have nothing but a phoneand read as registered${sum}`,
  );
  expect(texts[texts.length - 1]).toBe(note);
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
    expected.map(({ ref, title: team, phoneOnly, phoneEnds }) => [
      `/entra-mfa/people?mark=phone-only&${state}&team=${encodeURIComponent(
        ref,
      )}`,
      `${team} ${phoneOnly}${
        phoneEnds!.some(({ date }) => date === july)
          ? ' (1 from 1 Jul 2027)'
          : ''
      }`,
    ]),
  );
  expect(phone.getAllByText('(1 from 1 Jul 2027)')).not.toHaveLength(0);
});

it.each([
  ['2027-01-31T00:00:00Z', '1 day left · 151 days left'],
  ['2027-02-01T00:00:00Z', 'since 1 Feb 2027 · 150 days left'],
  ['2027-02-03T00:00:00Z', 'since 1 Feb 2027 · 148 days left'],
  ['2027-07-01T00:00:00Z', 'since 1 Feb 2027 · since 1 Jul 2027'],
])('at %s says %s', async (now, text) => {
  renderOverviewPart(PhonePanel, { now: Date.parse(now) });
  expect((await panel(title)).getByText(text)).toBeInTheDocument();
});

it('counts down from the day that is shown', async () => {
  renderPortal(`/entra-mfa?at=${past}`);
  const { card } = await panel(title);
  expect(card).toHaveTextContent(bothLeft(past));
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
