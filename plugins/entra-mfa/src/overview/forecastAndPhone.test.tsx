import { screen, within } from '@testing-library/react';
import { renderPortal } from '../../dev/testing/renderPortal';

const panelOf = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest<HTMLElement>(
    '.bui-Card',
  )!;

it('says when the target is reached, in which range, and against the set date', async () => {
  renderPortal('/entra-mfa');
  const trend = await panelOf('Trend');
  expect(trend).toHaveTextContent(
    /At this pace 95 % is reached around .+, between .+ and .+\. \+0\.\d\d points a week over the last 8 weeks\. The set date, 31 Dec 2026, lies within the range\./,
  );
});

it('counts down from the day that is shown', async () => {
  renderPortal('/entra-mfa?at=2026-11-03');
  expect(await panelOf('Only a phone')).toHaveTextContent(
    '90 days left · 240 days left',
  );
});

it('counts down to the end of SMS and voice, with the people and their teams', async () => {
  renderPortal('/entra-mfa');
  const panel = await panelOf('Only a phone');
  expect(panel).toHaveTextContent(/(\d+ days left|since 1 Feb 2027) · /);
  expect(panel).toHaveTextContent(/\d+ people from 1 Feb 2027/);
  expect(panel).toHaveTextContent(/\d+ people from 1 Jul 2027/);
  const people = within(panel).getByRole('link', {
    name: /people have nothing but a phone/,
  });
  expect(people).toHaveAttribute(
    'href',
    expect.stringContaining('mark=phone-only'),
  );
  expect(
    await within(panel).findByText('Teams with most of them:'),
  ).toBeInTheDocument();
  const teams = within(panel)
    .getAllByRole('link')
    .filter(link => link.getAttribute('href')?.includes('team='));
  expect(teams.length).toBeGreaterThan(1);
  // Lists those who were counted, and nobody who is left out.
  for (const link of [people, ...teams]) {
    expect(link.getAttribute('href')).toMatch(/[?&]state=covered/);
  }
});

it('gives each team its forecast', async () => {
  renderPortal('/entra-mfa/teams');
  const row = (await screen.findByRole('link', { name: 'Sales' })).closest(
    'tr',
  );
  expect(row).toHaveTextContent(/around \d+ \w+ 20\d\d/);
});
