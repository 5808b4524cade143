import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';
import { gapOf } from './gapOf';
import type { ShownTeam } from './shownTeam';
import { tilesOf } from './tilesOf';

const { items } = healthy.answer(
  'getTeams',
  {},
  { parent: 'none', sort: 'people', order: 'desc', limit: 100 },
);
const map = '/entra-mfa/teams?by=map';
const tiles = async () =>
  within(
    await screen.findByRole('list', {
      name: 'Teams by the people who are counted in them',
    }),
  );

const teamOf = (covered: number, uncovered: number, permille = 0) =>
  ({
    ...items[0],
    ref: `group:default/t${covered}-${uncovered}`,
    coverage: { covered, uncovered, permille, short: 0, met: false },
  } as ShownTeam<TeamSummary>);

it('gives each team as much room as people are counted in it, and none to another', () => {
  const team = fc.tuple(
    fc.integer({ min: 0, max: 5000 }),
    fc.integer({ min: 0, max: 5000 }),
  );
  fc.assert(
    fc.property(fc.array(team, { maxLength: 40 }), counts => {
      const teams = counts.map(([covered, uncovered]) =>
        teamOf(covered, uncovered),
      );
      const placed = tilesOf(teams);
      const all = counts.reduce((sum, [one, other]) => sum + one + other, 0);
      const part = (text: string) => Number(text.replace('%', '')) / 100;
      for (const { counted, width, height, left, top } of placed) {
        expect(part(width) * part(height)).toBeCloseTo(counted / all, 3);
        expect(part(left) + part(width)).toBeLessThan(1.0001);
        expect(part(top) + part(height)).toBeLessThan(1.0001);
      }
      const room = placed.map(one => part(one.width) * part(one.height));
      expect(room.reduce((sum, one) => sum + one, 0)).toBeCloseTo(
        all === 0 ? 0 : 1,
        2,
      );
      expect(placed).toHaveLength(
        counts.filter(([one, other]) => one + other > 0).length,
      );
    }),
    { numRuns: 50 },
  );
});

it.each([
  [950, true, 'met'],
  [949, false, 'near'],
  [900, false, 'near'],
  [899, false, 'far'],
  [800, false, 'far'],
  [799, false, 'farthest'],
  // Nobody is short where nobody is counted.
  [null, null, 'met'],
])(
  'a share of %s, met %s, is %s from a target of 95 %',
  (permille, met, gap) => {
    const coverage = { ...teamOf(1, 1).coverage, permille, met };
    expect(gapOf({ coverage, targetPermille: 950 })).toBe(gap);
  },
);

it('shows each team with its figure, the largest first, and opens its sub-teams', async () => {
  renderPortal(map);
  const links = (await tiles()).getAllByRole('link');
  const counted = items
    .filter(team => team.coverage !== null && team.coverage.permille !== null)
    .map(({ title, coverage }) => {
      const { covered, uncovered, short } = coverage!;
      const people = covered + uncovered;
      const says =
        short > 0 ? `of ${people} people ${short} ` : `of ${people} people`;
      return { title, people, says };
    })
    .sort((a, b) => b.people - a.people);
  expect(links).toHaveLength(counted.length);
  expect(links[0]).toHaveAccessibleName(
    expect.stringContaining(counted[0].says),
  );
  for (const { title, says } of counted) {
    expect(
      links.find(link => link.textContent?.startsWith(title)),
    ).toHaveAccessibleName(expect.stringContaining(says));
  }
  const large = links.find(({ textContent }) =>
    textContent?.startsWith('Engineering'),
  )!;
  expect(large).toHaveAttribute(
    'href',
    `${map}&of=group%3Adefault%2Fengineering`,
  );
  await userEvent.click(large);
  const path = await screen.findByRole('navigation', { name: 'Teams above' });
  expect(within(path).getByText('Engineering')).toBeVisible();
  expect((await tiles()).getByText('Payments')).toBeVisible();
  // One without sub-teams opens itself.
  expect(
    (await tiles()).getByRole('link', { name: /^Platform/ }),
  ).toHaveAttribute('href', '/catalog/default/group/platform');
});

it('has a team over tenants as they were on the day that is looked at', async () => {
  const [team] = items.filter(({ title }) => title === 'Engineering');
  const { tenant, snapshot } = healthy.answer('getTeam', {
    ...{ kind: 'group', namespace: 'default', name: 'engineering' },
  });
  const of = (id: string) => ({
    ...{ tenant: { ...tenant, id, name: id }, snapshot, readAt: snapshot.at },
    ...{ stale: id === 'Fabrikam', team: { ...team, anyNames: true } },
  });
  const api = new RecordedApi('healthy', { nearest: true })
    .change('getTeam', answer => ({ ...answer, otherTenants: 1 }))
    .switch('getTeamTenants', () =>
      Response.json({ items: [of('Contoso'), of('Fabrikam')], total: null }),
    );
  renderPortal(`${map}&of=${team.ref}&at=${past}`, { api });
  const table = within(
    await screen.findByRole('group', { name: 'Over tenants' }),
  );
  expect(api.last('getTeamTenants')?.query).toEqual({ at: past });
  const [link] = table.getAllByRole('link');
  expect(link).toHaveAttribute(
    'href',
    expect.stringContaining(`tenant=Contoso&at=${past}`),
  );
  expect(screen.getByText(/no two figures that day/)).toBeVisible();
});

it('shows no figure of a team that is hidden or counts nobody, and says why', async () => {
  const [hidden, empty] = items;
  const api = new RecordedApi().change('getTeams', body => ({
    ...body,
    items: body.items.map(team => {
      if (team.ref === hidden.ref) {
        return { ...team, hidden: true, coverage: null };
      }
      const nobody = { covered: 0, uncovered: 0, permille: null, met: null };
      return team.ref === empty.ref
        ? { ...team, coverage: { ...nobody, short: 0 } }
        : team;
    }),
  }));
  renderPortal(map, { api });
  const shown = await tiles();
  expect(shown.queryByText(hidden.title)).toBeNull();
  expect(shown.queryByText(empty.title)).toBeNull();
  expect(screen.getByText(/^Figures of fewer than \d+ people/)).toBeVisible();
  expect(
    screen.getByText(new RegExp(`^Nobody is counted in: .*${empty.title}`)),
  ).toBeVisible();
});

it('is chosen beside the table, and keeps nothing of its search', async () => {
  renderPortal('/entra-mfa/teams?q=ledg');
  await userEvent.click(await screen.findByRole('radio', { name: 'As a map' }));
  expect(await tiles()).toBeDefined();
  await userEvent.click(screen.getByRole('radio', { name: 'By team' }));
  expect(
    await screen.findByRole('rowheader', { name: /Engineering/ }),
  ).toBeVisible();
});
