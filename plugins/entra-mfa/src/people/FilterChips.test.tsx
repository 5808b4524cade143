import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { FilterChips } from './FilterChips';
import type { FilterValues } from '../navigation/filterValues';

function draw(filter: FilterValues) {
  const changes: FilterValues[] = [];
  let cleared = 0;
  renderPart(
    <FilterChips
      filter={filter}
      onChange={values => changes.push(values)}
      onClear={() => {
        cleared += 1;
      }}
    />,
  );
  return { changes, cleared: () => cleared };
}

const labels = async () =>
  within(await screen.findByRole('grid', { name: 'Filters' }))
    .getAllByRole('row')
    .map(({ textContent }) => textContent);

it('says each filter in words, and what it does not know as it stands', async () => {
  draw({
    state: 'uncovered,strange',
    reason: 'no-row,odd',
    tier: 'phone,steel',
    scopeClass: 'guest,alien',
    mark: 'phone-only,spot',
    method: 'mobilePhone',
    privileged: 'true',
    inCatalog: 'false',
    team: 'group:default/payments',
    subTeams: 'false',
    exception: 'e-1',
    q: 'grace',
    sort: 'name',
  });
  expect(await labels()).toEqual([
    'not registered',
    'strange',
    'reason: no report row, in two reports in a row',
    'reason: odd',
    'strength: phone',
    'strength: steel',
    'guests',
    'alien',
    'only a phone',
    'spot',
    'method: Mobile phone',
    'privileged',
    'not in the catalog',
    'team: payments',
    'without sub-teams',
    'exempt by one exception',
    'text: grace',
  ]);
});

it('says the contrary of what is asked either way', async () => {
  draw({ privileged: 'false', inCatalog: 'true', subTeams: 'true' });
  expect(await labels()).toEqual(['not privileged', 'in the catalog']);
});

const [role] = healthy.answer('getRoles', {}).items!;

it.each([
  ['active', 'holds it now'],
  ['eligible', 'can activate it'],
])(
  'names the role, and says of one that is %s: %s',
  async (roleKind, words) => {
    draw({ role: `${role.id},nobody-has-it`, roleKind });
    await screen.findByText(`role: ${role.name}`);
    expect(await labels()).toEqual([
      `role: ${role.name}`,
      'role: nobody-has-it',
      words,
    ]);
  },
);

it.each([
  ['one of two roles', `${role.id},other`, { role: 'other' }],
  ['the only role', role.id, { role: '', roleKind: undefined }],
])('takes away %s', async (_, asked, change) => {
  const { changes } = draw({ role: asked, roleKind: 'eligible' });
  const chip = await screen.findByRole('row', { name: `role: ${role.name}` });
  await userEvent.click(within(chip).getByRole('button'));
  expect(changes).toStrictEqual([change]);
});

it('takes the sub-teams away with their team', async () => {
  const { changes } = draw({
    team: 'group:default/payments',
    subTeams: 'false',
  });
  const chip = await screen.findByRole('row', { name: 'team: payments' });
  await userEvent.click(within(chip).getByRole('button'));
  expect(changes).toStrictEqual([{ team: '', subTeams: undefined }]);
});

it('takes one alternative away, and leaves the others', async () => {
  const { changes } = draw({ tier: 'phone,none,other' });
  const chip = await screen.findByRole('row', { name: 'strength: none' });
  await userEvent.click(within(chip).getByRole('button'));
  expect(changes).toStrictEqual([{ tier: 'phone,other' }]);
});

it('clears them all', async () => {
  const { cleared } = draw({ q: 'grace' });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Clear all' }),
  );
  expect(cleared()).toBe(1);
});

it('is not there without a filter', async () => {
  draw({ sort: 'name' });
  await screen.findByText('drawn');
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});
