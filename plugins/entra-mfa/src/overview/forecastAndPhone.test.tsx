import { screen } from '@testing-library/react';
import {
  phoneDeliveryEnds,
  type Team,
} from 'backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts, healthy, overview, past } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';
import { dayOf } from '../words/time';

const daysLeft = (day: string) =>
  Math.ceil((Date.parse(phoneDeliveryEnds) - Date.parse(day)) / 86_400_000);

it('says when the target is reached, in which range, and against the set date', async () => {
  const { expected, earliest, latest, permillePerWeek, weeks } =
    overview.forecast!;
  renderPortal('/entra-mfa');
  const { card } = await panel('Trend');
  expect(card).toHaveTextContent(
    `At this pace 95 % is reached around ${dayOf(expected!)}, between ${dayOf(
      earliest!,
    )} and ${dayOf(latest!)}. +${(permillePerWeek! / 10).toFixed(
      2,
    )} points a week over the last ${weeks} weeks. Too late for the set date, 31 Dec 2026.`,
  );
});

it('counts down from the day that is shown', async () => {
  renderPortal(`/entra-mfa?at=${past}`);
  const { card } = await panel('Only a phone');
  expect(card).toHaveTextContent(`${daysLeft(past)} days left`);
});

it('says since when it is over', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa', { api, now: Date.parse('2027-02-03T00:00:00Z') });
  const { card } = await panel('Only a phone');
  expect(card).toHaveTextContent('since 1 Feb 2027');
});

it('counts down to the end of SMS and voice, with the people and their teams', async () => {
  renderPortal('/entra-mfa');
  const phone = await panel('Only a phone');
  expect(phone.card).toHaveTextContent(`${daysLeft('2026-11-21')} days left`);
  const people = phone.getByRole('link', {
    name: `${counts.marks['phone-only']} people have nothing but a phone`,
  });
  const state = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';
  expect(people).toHaveAttribute(
    'href',
    `/entra-mfa/people?mark=phone-only&${state}`,
  );
  expect(
    phone.getByRole('link', {
      name: `${counts.marks['phone-default']} people have a phone as their default second factor`,
    }),
  ).toHaveAttribute('href', `/entra-mfa/people?mark=phone-default&${state}`);
  await phone.findByText('Teams with most of them:');
  const { items } = healthy.answer(
    'getTeams',
    {},
    { sort: 'phoneOnly', limit: 100 },
  );
  const isParent = ({ subTeams }: Pick<Team, 'subTeams'>) => subTeams > 0;
  // Who has teams below tells less than those do.
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
        link.textContent,
        link.getAttribute('href'),
        link.parentElement?.textContent,
      ]),
  ).toEqual(
    expected.map(({ ref, title, phoneOnly }) => [
      title,
      `/entra-mfa/people?mark=phone-only&${state}&team=${encodeURIComponent(
        ref,
      )}`,
      `${title} ${phoneOnly}`,
    ]),
  );
});

it('gives each team its forecast', async () => {
  const { items } = healthy.answer(
    'getTeams',
    {},
    { parent: 'none', sort: 'short', limit: 100 },
  );
  const { title, forecast } = items.find(
    team => team.forecast?.status === 'expected',
  )!;
  renderPortal('/entra-mfa/teams');
  const row = (await screen.findByRole('link', { name: title })).closest('tr');
  expect(row).toHaveTextContent(`around ${dayOf(forecast!.expected!)}`);
});
