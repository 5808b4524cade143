import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderOverviewPart } from '../../dev/testing/renderOverviewPart';
import { GapPanel } from './GapPanel';

const { items } = healthy.answer('getTeams', {}, { sort: 'direct', limit: 6 });
const title = 'Where the gap is';
const nobody = { ...items[0].direct!, covered: 0, uncovered: 0 };

/** The rows of the panel: the team, its address, that of its list, what stands beside it, and how long its bar is. */
async function rows() {
  const gap = await panel(title);
  return (await gap.findAllByRole('listitem')).map(row => {
    const link = row.querySelector('a')!;
    const bar = row.querySelector<HTMLElement>('.gapBar')!;
    return {
      team: link.textContent,
      href: link.getAttribute('href'),
      hint: link.getAttribute('title'),
      count: link.nextElementSibling?.textContent,
      list: link.nextElementSibling?.querySelector('a')?.getAttribute('href'),
      bar: bar.style.width,
    };
  });
}

it('shows which teams’ own members are not registered, most first, each with its list', async () => {
  renderOverviewPart(GapPanel);
  const most = items[0].direct!.uncovered;
  expect(await rows()).toEqual(
    items
      .filter(({ direct }) => direct!.uncovered > 0)
      .map(({ title: team, ref, direct }) => ({
        team,
        hint: team,
        href: `/catalog/${ref.replace(':', '/').split('/')[1]}/group/${
          ref.split('/')[1]
        }`,
        list: `/entra-mfa/people?state=uncovered&team=${encodeURIComponent(
          ref,
        )}&subTeams=false`,
        count: `${direct!.uncovered} of ${direct!.covered + direct!.uncovered}`,
        bar: `${(direct!.uncovered * 100) / most}%`,
      })),
  );
});

it('links no figure to a list where the reader sees nobody of the team', async () => {
  const api = new RecordedApi().change('getTeams', body => ({
    ...body,
    items: body.items.map((team, index) => ({ ...team, anyNames: index > 0 })),
  }));
  renderOverviewPart(GapPanel, { api });
  const [first, second] = await rows();
  expect(first).toMatchObject({ team: items[0].title, list: undefined });
  expect(first.count).toMatch(/^\d+ of \d+$/);
  expect(second.list).toContain('subTeams=false');
});

it('says nothing of a gap before it is known', async () => {
  const api = new RecordedApi().silence('getTeams');
  renderOverviewPart(GapPanel, { api });
  const gap = await panel(title);
  expect(gap.card.querySelector('.bui-Skeleton')).toBeInTheDocument();
  expect(gap.queryByText(/^No team/)).toBeNull();
  expect(gap.queryByRole('listitem')).toBeNull();
});

it('says how few teams hold half of the gap, and leads to all', async () => {
  renderOverviewPart(GapPanel);
  const gap = await panel(title);
  expect(
    gap.getByText(`${overview.halfOfGap!.teams} teams hold half of the gap`),
  ).toBeInTheDocument();
  await gap.findByText(items[0].title);
  expect(gap.queryByText(/^No team/)).toBeNull();
  expect(gap.card.querySelector('.bui-Skeleton')).toBeNull();
  expect(gap.getByRole('link', { name: 'All teams' })).toHaveAttribute(
    'href',
    '/entra-mfa/teams',
  );
});

it('leaves out a team of which everybody is registered', async () => {
  const [first, second] = items;
  const api = new RecordedApi().change('getTeams', body => ({
    ...body,
    items: [first, { ...second, direct: { ...second.direct!, uncovered: 0 } }],
  }));
  renderOverviewPart(GapPanel, { api });
  expect((await rows()).map(({ team }) => team)).toEqual([first.title]);
});

it('says that no team has a gap', async () => {
  renderOverviewPart(GapPanel, { scenario: 'nobody-missing' });
  const gap = await panel(title);
  expect(await gap.findByText('No team has a gap.')).toBeInTheDocument();
  expect(gap.queryByText(/half of the gap/)).not.toBeInTheDocument();
  expect(gap.queryByRole('listitem')).not.toBeInTheDocument();
});

it.each([
  ['there is none', []],
  ['none has anybody', [{ ...items[0], people: 0, direct: nobody }]],
])('says where teams come from where %s', async (_, none) => {
  const api = new RecordedApi().change('getTeams', body => ({
    ...body,
    items: none,
  }));
  renderOverviewPart(GapPanel, { api });
  const gap = await panel(title);
  expect(
    await gap.findByText(/^No team has people from this tenant yet\./),
  ).toBeInTheDocument();
});

it('says that figures of small teams are missing, and shows the others', async () => {
  const counts = new RecordedApi('counts-only');
  const { items: seen } = counts.answer(
    'getTeams',
    {},
    { sort: 'direct', limit: 6 },
  );
  renderOverviewPart(GapPanel, { scenario: 'counts-only' });
  expect((await rows()).map(({ team }) => team)).toEqual(
    seen
      .filter(({ direct }) => (direct?.uncovered ?? 0) > 0)
      .map(({ title: team }) => team),
  );
  const gap = await panel(title);
  expect(
    gap.getByText(/^Figures of fewer than 5 people are visible only/),
  ).toBeInTheDocument();
});

it('does not speak of small teams where none is hidden', async () => {
  renderOverviewPart(GapPanel);
  await rows();
  expect((await panel(title)).queryByText(/fewer than/)).toBeNull();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getTeams', 503, 'No database');
  renderOverviewPart(GapPanel, { api });
  const gap = await panel(title);
  expect(await gap.findByText('No database')).toBeInTheDocument();
  expect(gap.card.querySelector('.bui-Skeleton')).toBeNull();
  api.change('getTeams', body => body);
  gap.getByRole('button', { name: 'Try again' }).click();
  expect(await gap.findByText(items[0].title)).toBeInTheDocument();
});
