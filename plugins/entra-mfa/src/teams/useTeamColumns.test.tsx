import { screen, within } from '@testing-library/react';
import type { TeamSummary } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import type { ShownTeam } from './shownTeam';
import { ListRow } from '../components/ListTable';
import { useTeamColumns } from './useTeamColumns';

const [team] = healthy.answer(
  'getTeams',
  {},
  { parent: 'none', sort: 'short', limit: 25, count: true },
).items as ShownTeam<TeamSummary>[];

function Row(props: { team: TeamSummary }) {
  return <ListRow row={props.team} columns={useTeamColumns()} />;
}

async function cellsOf(change: Partial<TeamSummary>) {
  renderPart(
    <table>
      <tbody>
        <Row team={{ ...team, ...change }} />
      </tbody>
    </table>,
  );
  const row = await screen.findByRole('row');
  const cells = within(row).getAllByRole('cell');
  return { row: within(row), texts: cells.map(cell => cell.textContent) };
}

const coverage = { ...team.coverage, uncovered: 12, short: 9, permille: 614 };

it('shows people, who is missing, who is short, coverage, its change and forecast', async () => {
  const { row, texts } = await cellsOf({
    people: 1234,
    coverage,
    change30Days: -14,
    forecast: null,
  });
  expect(texts).toEqual(['1,234', '33', '12', '9', '61.4 %', '−1.4', '–']);
  expect(
    row.getByRole('link', {
      name: `12 people of ${team.title}: not registered`,
    }),
  ).toHaveAttribute(
    'href',
    `/entra-mfa/people?team=${encodeURIComponent(team.ref)}&state=uncovered`,
  );
  const bar = row.getByRole('img', { name: '61.4 %, target 95 %' });
  expect([...bar.children].map(part => part.getAttribute('style'))).toEqual([
    'width: 61.4%;',
    'left: 95%;',
  ]);
});

it('opens who is counted, and everybody, each by its own list', async () => {
  const { row } = await cellsOf({ people: 40, coverage });
  const ref = encodeURIComponent(team.ref);
  const hrefOf = (name: string) =>
    row.getByRole('link', { name }).getAttribute('href');
  expect(hrefOf(`40 people of ${team.title}: all of them`)).toBe(
    `/entra-mfa/people?team=${ref}`,
  );
  expect(
    hrefOf(`${coverage.covered + 12} people of ${team.title}: Counted`),
  ).toBe(`/entra-mfa/people?team=${ref}&state=covered%2Cuncovered`);
});

it('opens no list of a team of whom the reader sees nobody', async () => {
  const { row, texts } = await cellsOf({ coverage, anyNames: false });
  expect(texts[2]).toBe('12');
  expect(row.getAllByRole('link')).toHaveLength(1);
});

it('links to the only one who is missing', async () => {
  const { row } = await cellsOf({ coverage: { ...coverage, uncovered: 1 } });
  expect(
    row.getByRole('link', {
      name: `1 person of ${team.title}: not registered`,
    }),
  ).toHaveTextContent(/^1$/);
});

it('links to nobody where nobody is missing', async () => {
  const { row, texts } = await cellsOf({
    coverage: { ...coverage, uncovered: 0, short: 0, permille: 1000 },
  });
  expect(texts.slice(2, 5)).toEqual(['0', '0', '100.0 %']);
  expect(row.queryByRole('link', { name: /not registered/ })).toBeNull();
});

it('says nobody where nobody counts, and draws no target', async () => {
  const { row, texts } = await cellsOf({
    coverage: {
      ...coverage,
      covered: 0,
      uncovered: 0,
      short: 0,
      permille: null,
    },
    change30Days: null,
    forecast: null,
  });
  expect(texts.slice(1)).toEqual(['0', '0', '0', 'nobody', '–', '–']);
  const bar = row.getByRole('img', { name: 'nobody, target 95 %' });
  expect([...bar.children].map(part => part.getAttribute('style'))).toEqual([
    'width: 0%;',
  ]);
});

it('has dashes for a team whose figures are hidden, never zeros', async () => {
  const { texts } = await cellsOf({ hidden: true });
  expect(texts).toEqual(['–', '–', '–', '–', 'not shown', '–', '–']);
});
