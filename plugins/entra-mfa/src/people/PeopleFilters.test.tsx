import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PeopleFacets } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import type { FilterValues } from '../navigation/filterValues';
import { PeopleFilters } from './PeopleFilters';

const noFacets: PeopleFacets = {
  state: [],
  reason: [],
  tier: [],
  scopeClass: [],
  scopeRule: [],
  mark: [],
  privileged: [],
};

function draw(filter: FilterValues = {}) {
  const changes: FilterValues[] = [];
  renderPart(
    <PeopleFilters filter={filter} onChange={values => changes.push(values)} />,
  );
  return changes;
}

const open = async (name: RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name }));
  const list = within(await screen.findByRole('listbox'));
  return list.getAllByRole('option').map(({ textContent }) => textContent);
};

it.each([
  [
    /State/,
    ['registered', 'not registered', 'not known', 'exempt', 'not counted'],
  ],
  [
    /Strength/,
    [
      'none',
      'recovery only',
      'temporary pass',
      'other',
      'phone',
      'app or token',
      'passwordless',
      'phishing-resistant',
      'no report row',
    ],
  ],
])('offers in %s', async (name, options) => {
  draw();
  expect(await open(name)).toEqual(options);
});

it.each([
  [
    /Reason/,
    'an external method, which the report leaves out',
    'reason',
    'external-method',
  ],
  [/Worth knowing/, 'only a phone', 'mark', 'phone-only'],
  [/Not counted/, 'guests', 'scopeClass', 'guest'],
  [/State/, 'not known', 'state', 'unknown'],
  [/Strength/, 'phone', 'tier', 'phone'],
])('in %s, "%s" asks for %s=%s', async (name, option, key, value) => {
  const changes = draw();
  await open(name);
  await userEvent.click(screen.getByRole('option', { name: option }));
  expect(changes).toEqual([{ [key]: value }]);
});

it('says how many people each choice would find', async () => {
  renderPart(
    <PeopleFilters
      filter={{}}
      onChange={() => {}}
      facets={{
        ...noFacets,
        state: [
          { value: 'uncovered', count: 1234 },
          { value: 'exempt', count: 5 },
        ],
        mark: [{ value: 'phone-only', count: 7 }],
      }}
    />,
  );
  expect(await open(/State/)).toEqual([
    'registered (0)',
    'not registered (1,234)',
    'not known (0)',
    'exempt (5)',
    'not counted (0)',
  ]);
  await userEvent.keyboard('{Escape}');
  expect(await open(/Worth knowing/)).toContain('only a phone (7)');
});

it('adds one alternative to another', async () => {
  const changes = draw({ state: 'unknown' });
  await open(/State/);
  await userEvent.click(screen.getByRole('option', { name: 'exempt' }));
  expect(changes).toEqual([{ state: 'unknown,exempt' }]);
});

it('chooses a team of all, and keeps the one that is chosen', async () => {
  const changes = draw({ team: 'group:default/gone' });
  const names = await open(/gone/);
  expect(names[0]).toBe('gone');
  await userEvent.click(screen.getByRole('option', { name: 'Ledger' }));
  expect(changes).toEqual([{ team: 'group:default/ledger' }]);
});

it('chooses roles, keeps one that nobody has, and with the last drops how it is held', async () => {
  const changes = draw({ role: 'gone' });
  await screen.findByRole('button', { name: 'gone Role' });
  const names = await open(/Role$/);
  expect(names[0]).toBe('gone');
  await userEvent.click(
    screen.getByRole('option', { name: 'Helpdesk Administrator' }),
  );
  await userEvent.click(screen.getByRole('option', { name: 'gone' }));
  const { id } = healthy
    .answer('getRoles', {})
    .items!.find(({ name }) => name === 'Helpdesk Administrator')!;
  expect(changes).toStrictEqual([
    { role: `gone,${id}` },
    { role: '', roleKind: undefined },
  ]);
});

it('shows what is asked for', async () => {
  draw({ q: 'grace' });
  const field = await screen.findByLabelText('Name or user principal name');
  expect(field).toHaveValue('grace');
  expect(field).toHaveAttribute('placeholder', 'Find a person');
});

it('asks for a text once the typing rests, and for none where it is taken out', async () => {
  const changes = draw({ q: 'ada' });
  const field = await screen.findByLabelText('Name or user principal name');
  await userEvent.type(field, ' b ');
  await waitFor(() => expect(changes).toEqual([{ q: 'ada b' }]));
  await userEvent.clear(field);
  await waitFor(() => expect(changes[1]).toEqual({ q: undefined }));
});

it('names each filter, which shows what it is set to', async () => {
  draw({ state: 'unknown' });
  for (const name of [
    'not known State',
    'Reason Reason',
    'Strength Strength',
    'Team Team',
    'Role Role',
    'Worth knowing Worth knowing',
  ]) {
    expect(await screen.findByRole('button', { name })).toBeInTheDocument();
  }
});

it.each([
  ['', ['Reason', 'Not counted']],
  ['uncovered', ['Reason']],
  ['exempt,out-of-scope', ['Not counted']],
  ['covered', []],
])(
  'of state=%s offers only what can find somebody: %s',
  async (state, there) => {
    draw(state ? { state } : {});
    await screen.findByRole('button', { name: 'Strength Strength' });
    const offered = ['Reason', 'Not counted'].filter(name =>
      screen.queryByRole('button', { name: `${name} ${name}` }),
    );
    expect(offered).toEqual(there);
  },
);

it('finds a team by its name', async () => {
  draw();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Team Team' }),
  );
  expect(
    await screen.findByRole('searchbox', { name: 'Find a team' }),
  ).toBeInTheDocument();
});
