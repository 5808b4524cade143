import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { TestApiProvider } from '@backstage/test-utils';
import {
  catalogApiRef,
  EntityKindFilter,
} from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  MockEntityListContextProvider,
} from '@backstage/plugin-catalog-react/testUtils';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { createEntraMfaColumn } from './createEntraMfaColumn';
import { EntraMfaTargetPicker } from './EntraMfaTargetPicker';

function group(name: string, target?: string, coverage?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name,
      namespace: 'default',
      ...(target && { labels: { 'entra-mfa/target': target } }),
      ...(coverage && { annotations: { 'entra-mfa/coverage': coverage } }),
    },
  };
}

const component = (name: string, ...owners: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
});

const groups = [
  group('payments', 'missed', '77.7 %'),
  group('field', 'met', '96.0 %'),
  group('old', 'stale', '96.0 %'),
  group('small', 'hidden'),
  group('vacant', 'nobody'),
  group('new'),
];

/** The column as a table draws it: each row by its name. */
function renderColumn(rows: Entity[]) {
  const column = createEntraMfaColumn();
  const catalog = catalogApiMock({ entities: groups });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  renderInPortal(
    <TestApiProvider apis={[[catalogApiRef, catalog]]}>
      <table>
        <thead>
          <tr>
            <th>{column.title}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(entity => (
            <tr key={entity.metadata.name}>
              <td title={entity.metadata.name}>{column.render({ entity })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TestApiProvider>,
  );
  return asked;
}

it('tells of each Group what the catalog is tagged with, and asks nobody', async () => {
  const asked = renderColumn(groups);
  expect(
    await screen.findByRole('columnheader', { name: 'MFA' }),
  ).toBeInTheDocument();
  const cells = screen.getAllByRole('cell').map(cell => cell.textContent);
  expect(cells).toEqual([
    '77.7 %, target missed',
    '96.0 %, target met',
    'data too old',
    'too few people to show',
    'nobody counts',
    'not known',
  ]);
  expect(asked).not.toHaveBeenCalled();
});

it('tells of what is owned how its teams stand, by one request for all rows', async () => {
  const asked = renderColumn([
    component('shop', 'group:default/payments'),
    component('desk', 'group:default/field'),
    component('both', 'group:default/payments', 'group:default/field'),
    component('lab', 'group:default/small'),
    component('gone', 'group:default/gone'),
    component('hers', 'user:default/ada'),
    component('nobodys'),
  ]);
  await waitFor(() =>
    expect(screen.getAllByRole('cell').map(cell => cell.textContent)).toEqual([
      '77.7 %, target missed',
      '96.0 %, target met',
      'target missed',
      'too few people to show',
      'not known',
      'owned by a person',
      'no owner',
    ]),
  );
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked.mock.calls[0][0].entityRefs).toHaveLength(4);
});

it('filters Groups by how they stand, and nothing else', async () => {
  const updateFilters = jest.fn();
  const list = (kind: string) => (
    <MockEntityListContextProvider
      value={{
        updateFilters,
        filters: { kind: new EntityKindFilter(kind, kind) },
      }}
    >
      <EntraMfaTargetPicker />
    </MockEntityListContextProvider>
  );
  const { unmount } = renderInPortal(list('group'));
  await userEvent.click(
    await screen.findByRole('button', { name: /MFA target/ }),
  );
  await userEvent.click(
    await screen.findByRole('option', { name: 'Target missed' }),
  );
  const last = updateFilters.mock.lastCall[0].entraMfaTarget;
  expect(last.getCatalogFilters()).toEqual({
    'metadata.labels.entra-mfa/target': ['missed'],
  });
  unmount();

  renderInPortal(list('component'));
  await waitFor(() =>
    expect(updateFilters).toHaveBeenLastCalledWith({
      entraMfaTarget: undefined,
    }),
  );
  expect(screen.queryByText('MFA target')).not.toBeInTheDocument();
});
