import { screen } from '@testing-library/react';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, personWho, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { PersonReach } from './PersonReach';

const title = 'What this person reaches';
const uncovered = personWho(
  ({ state, teams }) =>
    state === 'uncovered' && teams.some(team => team.title === 'Payments'),
);
const { items } = healthy.answer(
  'getPersonServices',
  { tenant, id: uncovered.id },
  { sort: 'name', limit: 50 },
);

const kinds: Record<string, string> = {
  component: 'Component',
  api: 'API',
  resource: 'Resource',
  system: 'System',
};
const paths: Record<string, string> = {
  owner: 'owned',
  team: 'own team',
  parent: 'a team above',
};

it('lists what somebody reaches who is not registered, and how', async () => {
  renderPart(<PersonReach person={uncovered} />);
  const reach = await panel(title);
  expect(
    reach.getByText('As the owner, or through teams that own it.'),
  ).toBeInTheDocument();
  expect(
    reach
      .getAllByRole('listitem')
      .map(item => [
        item.textContent,
        item.querySelector('a')?.getAttribute('href'),
      ]),
  ).toEqual(
    items.map(({ title: name, kind, lifecycle, tier, through }) => [
      `${name}${[kinds[kind], lifecycle, tier && `Tier ${tier}`, paths[through]]
        .filter(Boolean)
        .join(' · ')}`,
      `/catalog/default/${kind}/${name}`,
    ]),
  );
});

it.each<[string, Partial<Person>]>([
  ['unknown', { state: 'unknown' }],
  ['covered', { state: 'covered' }],
  ['exempt', { state: 'exempt' }],
])(
  'says of a phone that it is one, also where somebody is %s',
  async (_, change) => {
    renderPart(
      <PersonReach
        person={{ ...uncovered, ...change, marks: ['phone-only'] }}
      />,
    );
    const reach = await panel(title);
    expect(
      reach.getByText(
        'As the owner, or through teams that own it; with only a phone.',
      ),
    ).toBeInTheDocument();
  },
);

it.each<[string, Partial<Person>]>([
  ['is covered', { state: 'covered', marks: [] }],
  ['is not counted', { state: 'out-of-scope', marks: ['phone-only'] }],
])('says nothing, and asks nothing, of somebody who %s', async (_, change) => {
  const api = renderPart(<PersonReach person={{ ...uncovered, ...change }} />);
  await screen.findByText('drawn');
  expect(screen.queryByRole('heading', { name: title })).toBeNull();
  expect(api.sent).toEqual([]);
});

it('says that it is nothing', async () => {
  const api = new RecordedApi().change('getPersonServices', body => ({
    ...body,
    items: [],
    groups: [],
  }));
  renderPart(<PersonReach person={uncovered} />, api);
  const reach = await panel(title);
  expect(
    reach.getByText(/^Nothing: neither the person nor/),
  ).toBeInTheDocument();
  expect(reach.queryByText(/^As the owner/)).toBeNull();
  expect(reach.queryByText(/more$/)).toBeNull();
});

it('says how many more there are than it lists', async () => {
  const api = new RecordedApi().change('getPersonServices', body => ({
    ...body,
    items: body.items.slice(0, 1),
    groups: [
      { ...body.groups![0], count: 4 },
      { ...body.groups![0], count: 2 },
    ],
  }));
  renderPart(<PersonReach person={uncovered} />, api);
  const reach = await panel(title);
  expect(reach.getByText('and 5 more')).toBeInTheDocument();
});
