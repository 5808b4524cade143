import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FileRouteName } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { past } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { BreakGlassExport } from '../breakglass/BreakGlassExport';
import { ChangesExport } from '../changes/ChangesExport';
import { RunsExport } from '../data/RunsExport';
import { UnmatchedExport } from '../data/UnmatchedExport';
import { ExceptionsExport } from '../exceptions/ExceptionsExport';
import { PeopleExport } from '../people/PeopleExport';
import { RolesExport } from '../roles/RolesExport';
import { ServicesExport } from '../services/ServicesExport';
import { TeamsExport } from '../teams/TeamsExport';

const people = [
  'CSV, pseudonymous',
  'CSV with names',
  'Excel (XLSX), pseudonymous',
  'Excel (XLSX) with names',
];
const figures = ['CSV', 'Excel (XLSX)'];

interface Case {
  button: JSX.Element;
  of: FileRouteName;
  offers: string[];
  choose: string;
  search?: string;
  path: string;
  query?: Record<string, string>;
  saved: string;
}

const at = { tenant: 'contoso', at: past };

const cases: Case[] = [
  {
    button: <PeopleExport filter={{ state: 'uncovered' }} disabled={false} />,
    of: 'exportPeople',
    offers: people,
    choose: 'CSV with names',
    path: '/people.csv',
    query: { ...at, state: 'uncovered', names: 'true' },
    saved: `mfa-people-${past}.csv`,
  },
  {
    button: <PeopleExport filter={{}} disabled={false} />,
    of: 'exportPeople',
    offers: people,
    choose: 'Excel (XLSX), pseudonymous',
    search: '',
    path: '/people.xlsx',
    query: { names: 'false' },
    saved: 'mfa-people-2026-11-21-pseudonymous.xlsx',
  },
  {
    button: <TeamsExport filter={{ q: 'pay', sort: 'short' }} />,
    of: 'exportTeams',
    offers: figures,
    choose: 'CSV',
    path: '/teams.csv',
    query: { ...at, q: 'pay', sort: 'short' },
    saved: `mfa-teams-${past}.csv`,
  },
  {
    button: <ServicesExport filter={{ kind: 'api', sort: 'name' }} />,
    of: 'exportServices',
    offers: figures,
    choose: 'Excel (XLSX)',
    path: '/services.xlsx',
    query: { ...at, kind: 'api', sort: 'name' },
    saved: `mfa-services-${past}.xlsx`,
  },
  {
    button: (
      <ServicesExport filter={{ team: 'group:default/pay', tier: '1' }} />
    ),
    of: 'exportTeamServices',
    offers: figures,
    choose: 'CSV',
    path: '/teams/group/default/pay/services.csv',
    query: { ...at, tier: '1' },
    saved: `mfa-services-${past}.csv`,
  },
  {
    button: (
      <ChangesExport values={{ kind: 'lost', to: past }} disabled={false} />
    ),
    of: 'exportChanges',
    offers: people,
    choose: 'Excel (XLSX) with names',
    path: '/changes.xlsx',
    query: { tenant: 'contoso', kind: 'lost', to: past, names: 'true' },
    saved: `mfa-changes-${past}.xlsx`,
  },
  {
    button: <RolesExport />,
    of: 'exportRoles',
    offers: figures,
    choose: 'CSV',
    path: '/roles.csv',
    saved: `mfa-roles-${past}.csv`,
  },
  {
    button: <ExceptionsExport q="ada" disabled={false} />,
    of: 'exportExceptions',
    offers: people,
    choose: 'CSV, pseudonymous',
    path: '/exceptions.csv',
    query: { ...at, q: 'ada', names: 'false' },
    saved: `mfa-exceptions-${past}-pseudonymous.csv`,
  },
  {
    button: <BreakGlassExport />,
    of: 'exportBreakGlass',
    offers: people,
    choose: 'CSV with names',
    path: '/break-glass.csv',
    query: { ...at, names: 'true' },
    saved: `mfa-break-glass-${past}.csv`,
  },
  {
    button: <UnmatchedExport kind="report-row" />,
    of: 'exportUnmatched',
    offers: people,
    choose: 'CSV with names',
    path: '/unmatched.csv',
    query: { ...at, kind: 'report-row', names: 'true' },
    saved: `mfa-unmatched-report-row-${past}.csv`,
  },
  {
    button: <RunsExport />,
    of: 'exportRuns',
    offers: figures,
    choose: 'Excel (XLSX)',
    path: '/runs.xlsx',
    saved: `mfa-runs-${past}.xlsx`,
  },
];

const open = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Export' }));

it.each(cases.map(one => [one.path, one] as const))(
  'saves %s as the list is shown',
  async (_, one) => {
    const names: string[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        names.push(this.download);
      });
    URL.createObjectURL = () => 'blob:saved';
    URL.revokeObjectURL = () => {};
    const api = new RecordedApi().switch(one.of, () => new Response('a'));
    const { search = `tenant=contoso&at=${past}` } = one;
    renderPart(one.button, api, { search });
    await open();
    const item = await screen.findByRole('menuitem', { name: one.choose });
    expect(
      screen.getAllByRole('menuitem').map(({ textContent }) => textContent),
    ).toEqual(one.offers);
    await userEvent.click(item);
    // Its name from the backend cannot be seen here.
    await waitFor(() => expect(names).toEqual([one.saved]));
    const { path, query } = api.last(one.of)!;
    expect([path, query]).toEqual([one.path, one.query ?? at]);
  },
);

it('cannot be asked for where nobody is listed', async () => {
  renderPart(<PeopleExport filter={{}} disabled />);
  expect(await screen.findByRole('button', { name: 'Export' })).toBeDisabled();
});

it('says why there is no file', async () => {
  const api = new RecordedApi().fail('exportPeople', 503, 'No database');
  renderPart(<PeopleExport filter={{}} disabled={false} />, api);
  await open();
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'CSV, pseudonymous' }),
  );
  expect(
    await screen.findByText('The file could not be made: No database'),
  ).toBeInTheDocument();
});
