import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ServiceGroup } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { renderPart } from '../../dev/testing/renderPart';
import { ServicesFilters } from './ServicesFilters';
import type { ServicesFilter } from '../navigation/servicesFilter';

const group: ServiceGroup = {
  kind: 'component',
  lifecycle: 'production',
  tier: '2',
  count: 1,
};
const groups: ServiceGroup[] = [
  group,
  { ...group, kind: 'strange', lifecycle: null, tier: null },
  { ...group, kind: 'api', lifecycle: 'deprecated', tier: '1' },
];

function draw(filter: ServicesFilter = {}, of = groups) {
  const changes: ServicesFilter[] = [];
  renderPart(
    <ServicesFilters
      groups={of}
      filter={filter}
      onChange={values => changes.push(values)}
    />,
  );
  return changes;
}

const optionsOf = async (name: RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('listbox'))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
};

it.each([
  [/Kind/, ['API', 'Component', 'strange']],
  [/Lifecycle/, ['deprecated', 'production']],
  [/Tier/, ['1', '2']],
])('offers in %s what there is', async (name, options) => {
  draw();
  expect(await optionsOf(name)).toEqual(options);
});

it('offers what is filtered by, although there is none', async () => {
  draw({ tier: '9' });
  expect(await optionsOf(/Tier/)).toEqual(['1', '2', '9']);
});

it('offers nothing of what nothing says', async () => {
  draw({}, [{ ...group, tier: null }]);
  await screen.findByRole('button', { name: /Kind/ });
  expect(screen.queryByRole('button', { name: /Tier/ })).toBeNull();
});

it('adds one alternative to another', async () => {
  const changes = draw({ kind: 'api' });
  await optionsOf(/Kind/);
  await userEvent.click(screen.getByRole('option', { name: 'Component' }));
  expect(changes).toEqual([{ kind: 'api,component' }]);
});
