import { screen, waitFor } from '@testing-library/react';
import { entraMfaSyncPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  createFrontendModule,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { past } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { useOverview } from '../api/useOverview';
import { useMine } from '../mine/useMine';
import { usePageParams } from '../navigation/usePageParams';
import { TabbedViews } from './TabbedViews';

const tabs = [
  ['Overview', ''],
  ['Teams', '/teams'],
  ['People', '/people'],
  ['Services', '/services'],
  ['Changes', '/changes'],
  ['Compliance', '/compliance'],
  ['Connections', '/connections'],
] as const;

const inside = [
  ['Controls', ''],
  ['Assessments', '/assessments'],
  ['Evidence', '/evidence'],
  ['Reviews', '/reviews'],
  ['Exceptions', '/exceptions'],
  ['Break-glass', '/break-glass'],
  ['Reminders', '/reminders'],
] as const;

/** Without what is counted beside it. */
const titleOf = (tab: HTMLElement) => tab.firstChild!.textContent;

const shown = async () =>
  (await screen.findAllByRole('tab')).map(tab => [
    titleOf(tab),
    tab.getAttribute('href'),
  ]);

const titles = async () => (await shown()).map(([title]) => title);

it('has a tab for each question, in this order, each with its address and the day', async () => {
  renderPortal(`/entra-mfa/compliance/exceptions?at=${past}`);
  await screen.findByRole('tab', { name: 'Reviews' });
  await screen.findByRole('tab', { name: 'Controls' });
  expect(await shown()).toEqual([
    ...tabs.map(([name, path]) => [
      name,
      `/entra-mfa${path}?${
        path === '/people' ? 'state=uncovered&' : ''
      }at=${past}`,
    ]),
    ...inside.map(([name, path]) => [
      name,
      `/entra-mfa/compliance${path}?at=${past}`,
    ]),
  ]);
});

it.each([
  ['', 'Overview', 'Where the gap is'],
  ['/unheard-of', 'Overview', 'Where the gap is'],
  ['/overview', 'Overview', 'Where the gap is'],
  ['/overview/what-if', 'Overview', 'What if'],
  ['/teams', 'Teams', 'Teams'],
  ['/people', 'People', 'People'],
  ['/services', 'Services', 'Services'],
  ['/changes', 'Changes', 'What changed'],
  ['/compliance', 'Compliance, Controls', 'Controls'],
  ['/compliance/unheard-of', 'Compliance, Controls', 'Controls'],
  [
    ...(['/compliance/controls/mfa/MFA-02', 'Compliance, Controls'] as const),
    'MFA-02 Privileged people have MFA, and not by phone alone',
  ],
  ['/compliance/reviews', 'Compliance, Reviews', 'Access reviews'],
  ['/compliance/reviews/2', 'Compliance, Reviews', 'Q4 2026'],
  ['/compliance/exceptions', 'Compliance, Exceptions', 'Exceptions'],
  ['/compliance/break-glass', 'Compliance, Break-glass', 'Findings'],
  ['/compliance/evidence', 'Compliance, Evidence', 'On record'],
  ['/connections', 'Connections, Overview', 'How it does'],
  // Of earlier versions.
  ['/whatif?phoneOff=true', 'Overview', 'What if'],
  ['/exceptions', 'Compliance, Exceptions', 'Exceptions'],
  ['/reviews/2', 'Compliance, Reviews', 'Q4 2026'],
  ['/breakglass', 'Compliance, Break-glass', 'Findings'],
  ['/data', 'Connections, Overview', 'How it does'],
])('shows at %s the tab %s', async (path, names, title) => {
  renderPortal(`/entra-mfa${path}`);
  expect(
    await screen.findByRole('heading', { name: title, level: 2 }),
  ).toBeInTheDocument();
  expect(
    screen.getAllByRole('tab', { selected: true }).map(titleOf).join(', '),
  ).toBe(names);
});

it('keeps what a link of an earlier version asks for', async () => {
  renderPortal(`/entra-mfa/whatif?at=${past}&phoneOff=true`);
  expect(
    await screen.findByRole('switch', { name: 'Phones are switched off' }),
  ).toBeChecked();
  expect(screen.getByText(/^As of 3 Nov 2026/)).toBeInTheDocument();
});

it.each([
  ['conducts them, although there is none', true, 0, true],
  ['sees somebody in one', false, 1, true],
  ['neither conducts nor sees any', false, 0, false],
])('has reviews for who %s', async (_, mayConduct, length, isThere) => {
  const api = new RecordedApi().change('getReviews', body => ({
    ...body,
    mayConduct,
    items: body.items.slice(0, length),
  }));
  renderPortal('/entra-mfa/compliance/break-glass', { api });
  expect(await screen.findByRole('tab', { name: 'Controls' })).toBeVisible();
  expect(screen.queryByRole('tab', { name: 'Reviews' }) !== null).toBe(isThere);
});

describe('an operator', () => {
  it('hides tabs, and brings one to the front, which is shown first then', async () => {
    renderPortal('/entra-mfa', {
      extensions: [
        { 'sub-page:entra-mfa/people': true },
        { 'sub-page:entra-mfa/services': false },
        { 'sub-page:entra-mfa/reviews': false },
        { 'sub-page:entra-mfa/compliance': { config: { path: 'audit' } } },
        { 'sub-page:entra-mfa/teams': { config: { title: 'Squads' } } },
      ],
    });
    expect(
      await screen.findByRole('heading', { name: 'People', level: 2 }),
    ).toBeInTheDocument();
    expect(await shown()).toEqual([
      ['People', '/entra-mfa?state=uncovered'],
      ['Compliance', '/entra-mfa/audit'],
      ['Squads', '/entra-mfa/teams'],
      ['Overview', '/entra-mfa/overview'],
      ['Changes', '/entra-mfa/changes'],
      ['Connections', '/entra-mfa/connections'],
    ]);
  });

  it('has links lead to a tab whose address is another one', async () => {
    renderPortal('/entra-mfa/compliance/break-glass', {
      extensions: [
        { 'sub-page:entra-mfa/compliance': { config: { path: 'audit' } } },
        { 'sub-page:entra-mfa/reviews': false },
      ],
    });
    expect(
      await screen.findByRole('heading', { name: 'Findings', level: 2 }),
    ).toBeInTheDocument();
    expect((await shown()).slice(-3, -1)).toEqual([
      ['Exceptions', '/entra-mfa/audit/exceptions'],
      ['Break-glass', '/entra-mfa/audit/break-glass'],
    ]);
  });

  it('adds a tab, in either row', async () => {
    const added = (name: string, id: string) =>
      SubPageBlueprint.make({
        name,
        attachTo: { id, input: 'pages' },
        params: {
          path: name,
          title: `My ${name}`,
          loader: async () => <h2>{`Of ${name}`}</h2>,
        },
      });
    renderPortal('/entra-mfa/compliance/reports', {
      features: [
        createFrontendModule({
          pluginId: 'entra-mfa',
          extensions: [
            added('devices', 'page:entra-mfa'),
            added('reports', 'sub-page:entra-mfa/compliance'),
          ],
        }),
      ],
    });
    expect(await screen.findByText('Of reports')).toBeInTheDocument();
    await screen.findByRole('tab', { name: 'Reviews' });
    expect(await titles()).toEqual([
      ...tabs.map(([name]) => name),
      'My devices',
      ...inside.map(([name]) => name),
      'My reports',
    ]);
  });
});

const problem = {
  code: 'no-permission' as const,
  message: 'Missing',
  action: 'Grant it',
  dataSet: null,
  since: null,
};

const counting = ['compliance', 'connections', 'exceptions'].map(id => ({
  id,
  path: id,
  element: <p>{id}</p>,
}));

/** Reads what the page reads anyway. */
function Read() {
  const params = usePageParams();
  const mine = useMine(params);
  const { data } = useOverview(params);
  return mine.data && data ? <p>read</p> : null;
}

it.each<[string, number | null, number, string, string[]]>([
  ['who has nothing to decide', 0, 0, '', []],
  ['who may not decide', null, 0, '', []],
  [
    'who has one request to decide on',
    1,
    0,
    '',
    ['Compliance, 1 waits for you', 'Exceptions, 1 waits for you'],
  ],
  [
    'who has several, and problems of the connection',
    3,
    2,
    '',
    [
      'Compliance, 3 wait for you',
      'Connections, 1 connection needs attention',
      'Exceptions, 3 wait for you',
    ],
  ],
  ['who looks at a past day', 3, 2, `at=${past}`, []],
])(
  'counts at a tab what waits for %s',
  async (_, requests, problems, search, counted) => {
    const api = new RecordedApi()
      .change('getMine', body => ({ ...body, requests }))
      .change('getOverview', body => ({
        ...body,
        freshness: {
          ...body.freshness,
          problems: Array.from({ length: problems }, () => problem),
        },
      }));
    renderPart(
      <>
        <Read />
        <TabbedViews label="Views" base="" tabs={counting} />
      </>,
      api,
      { search },
    );
    await screen.findByText('read');
    await waitFor(() =>
      expect(screen.queryAllByRole('tab', { name: /,/ })).toHaveLength(
        counted.length,
      ),
    );
    for (const name of counted) {
      expect(screen.getByRole('tab', { name })).toBeInTheDocument();
    }
  },
);

it('asks nothing for the counts', async () => {
  const api = new RecordedApi();
  renderPart(<TabbedViews label="Views" base="" tabs={counting} />, api);
  await screen.findByRole('tab', { name: 'Exceptions' });
  expect([api.last('getMine'), api.last('getOverview')]).toEqual([
    undefined,
    undefined,
  ]);
});

it.each([true, false])(
  'has a tab that takes a permission only for who has it: %s',
  async may => {
    const row = ['teams', 'people'].map(id => ({
      id,
      path: id,
      element: <p>{id}</p>,
      permission: id === 'people' ? entraMfaSyncPermission : undefined,
    }));
    renderPart(
      <TabbedViews label="Views" base="" tabs={row} />,
      new RecordedApi(),
      { may },
    );
    await screen.findByText('drawn');
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(await titles()).toEqual(may ? ['Teams', 'People'] : ['Teams']);
  },
);
