import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import type { ShownTeam } from '../teams/shownTeam';
import { dayOf } from '../../dev/testing/english';
import { UncoveredPeople } from './UncoveredPeople';

const team = healthy.answer('getTeam', {
  kind: 'group',
  namespace: 'default',
  name: 'payments',
}) as ShownTeam;
const { uncovered } = team.coverage;
const query = {
  team: team.ref,
  state: 'uncovered',
  limit: 8,
};
const { items } = healthy.answer('getPeople', {}, query);

const capable: ShownTeam = {
  ...team,
  counts: {
    ...team.counts,
    reasons: [{ state: 'uncovered', reason: 'not-capable', count: 1 }],
  },
};

/** A list of one person, changed as told. */
const listing = (change: Partial<Person>) =>
  new RecordedApi().change('getPeople', body => ({
    ...body,
    items: [{ ...items[0], ...change }],
  }));

it('names who is not registered, since when, and leads to all', async () => {
  const api = renderPart(
    <UncoveredPeople team={team} />,
    new RecordedApi().silence('getExceptions'),
  );
  const rows = await screen.findAllByRole('listitem');
  expect(
    screen.getByRole('heading', { name: 'Not registered' }),
  ).toBeInTheDocument();
  expect(rows.map(({ textContent }) => textContent)).toEqual(
    items.map(
      ({ displayName, privileged, since, sinceFirstRead }) =>
        `${displayName}${privileged ? 'privileged · ' : ''}since ${
          sinceFirstRead ? 'before ' : ''
        }${dayOf(since)}`,
    ),
  );
  expect(
    rows.map(row => within(row).getByRole('link').getAttribute('href')),
  ).toEqual(
    items.map(
      ({ entityRef }) =>
        `/catalog/default/user/${entityRef!.slice('user:default/'.length)}`,
    ),
  );
  expect(
    screen.getByRole('link', { name: `See all ${uncovered}` }),
  ).toHaveAttribute(
    'href',
    `/entra-mfa/people?team=${encodeURIComponent(
      team.ref,
    )}&state=uncovered&tenant=${tenant}`,
  );
  expect(api.last('getPeople')?.query).toEqual({ ...query, limit: '8' });
});

it.each([
  ['2026-11-08T12:00:00Z', 'new, 12 days'],
  ['2026-11-20T00:00:00Z', 'new, 1 day'],
  ['2026-11-07T00:00:00Z', `since ${dayOf(items[0].since)}`],
  [null, `since ${dayOf(items[0].since)}`],
])('calls an account new for 14 days: made at %s', async (createdAt, text) => {
  renderPart(
    <UncoveredPeople team={team} />,
    listing({ createdAt, privileged: false }),
  );
  expect(await screen.findByText(text)).toBeInTheDocument();
});

it('opens the person where the catalog does not know them', async () => {
  renderPart(<UncoveredPeople team={team} />, listing({ entityRef: null }));
  expect(
    await screen.findByRole('link', { name: items[0].displayName }),
  ).toHaveAttribute(
    'href',
    `/entra-mfa/people/${tenant}/${items[0].id}?tenant=${tenant}`,
  );
});

it('does not speak of more where all are listed', async () => {
  const few = { ...team, coverage: { ...team.coverage, uncovered: 8 } };
  renderPart(<UncoveredPeople team={few} />);
  await screen.findAllByRole('listitem');
  expect(screen.queryByText(/^See all/)).toBeNull();
});

it('leads to all where there is a single one more', async () => {
  const nine = { ...team, coverage: { ...team.coverage, uncovered: 9 } };
  renderPart(<UncoveredPeople team={nine} />);
  expect(
    await screen.findByRole('link', { name: `See all ${items.length + 1}` }),
  ).toBeInTheDocument();
});

it.each<[string, ShownTeam]>([
  ['Not registered', team],
  ['Not MFA capable', capable],
])('is headed: %s', async (name, of) => {
  renderPart(<UncoveredPeople team={of} />);
  expect(await screen.findByRole('heading', { name })).toBeInTheDocument();
});

it.each<[string, ShownTeam]>([
  [`${uncovered} people are not registered.`, team],
  [`${uncovered} people are not MFA capable.`, capable],
  [
    '1 person is not registered.',
    { ...team, coverage: { ...team.coverage, uncovered: 1 } },
  ],
])('counts for who may not see names: %s', async (text, of) => {
  const api = renderPart(<UncoveredPeople team={{ ...of, names: 'hidden' }} />);
  expect(await screen.findByText(text)).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(api.sent).toEqual([]);
});

it('shows that it waits', async () => {
  const api = new RecordedApi().silence('getPeople');
  renderPart(<UncoveredPeople team={team} />, api);
  const part = (await screen.findByText('drawn')).previousElementSibling!;
  expect(part.querySelector('.bui-Skeleton')).toBeInTheDocument();
  expect(screen.queryByText(/^See all/)).toBeNull();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getPeople', 503, 'No database');
  renderPart(<UncoveredPeople team={team} />, api);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(
    'MFA registration could not be loadedNo database',
  );
  expect(within(alert).getByText('No database')).toBeInTheDocument();
  expect(alert.parentElement!.querySelector('.bui-Skeleton')).toBeNull();
  api.change('getPeople', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(items[0].displayName)).toBeInTheDocument();
});
