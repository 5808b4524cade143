import { screen, within } from '@testing-library/react';
import type { Mine } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { overview } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { ToAct } from './ToAct';

// In a file of its own: the permission of a reader is kept from one test to the next.
const draw = (mine: Partial<Mine>) => {
  const api = new RecordedApi().change('getMine', before => ({
    ...before,
    ...mine,
  }));
  renderPart(<ToAct overview={overview} />, api, { may: false });
  return api;
};

const told = async () =>
  within(await screen.findByRole('list', { name: 'What needs you' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

it('has for who decides the requests alone', async () => {
  draw({ visibility: 'some', requests: 1, breakGlass: null });
  expect(await told()).toEqual(['1 request waits for a decision']);
});

it('is not there for who may see none of it, and asks nothing to find out', async () => {
  const api = draw({ visibility: 'some', requests: null, breakGlass: null });
  await screen.findByText('drawn');
  expect(screen.queryByRole('list')).toBeNull();
  expect(api.sent.map(({ route }) => route)).toEqual(['getMine']);
});
