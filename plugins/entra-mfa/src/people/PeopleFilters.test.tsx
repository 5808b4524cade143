import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../dev/testing/renderPart';
import type { FilterValues } from './filterValues';
import { PeopleFilters } from './PeopleFilters';

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
    ],
  ],
  [/Sort/, ['Privileged first', 'Name', 'Since when', 'Strength']],
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
  [/Sort/, 'Since when', 'sort', 'since'],
])('in %s, "%s" asks for %s=%s', async (name, option, key, value) => {
  const changes = draw();
  await open(name);
  await userEvent.click(screen.getByRole('option', { name: option }));
  expect(changes).toEqual([{ [key]: value }]);
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

it('shows what is asked for', async () => {
  draw({ q: 'grace' });
  expect(
    await screen.findByLabelText('Name or user principal name'),
  ).toHaveValue('grace');
});
