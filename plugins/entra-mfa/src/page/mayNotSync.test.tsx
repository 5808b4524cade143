import { screen } from '@testing-library/react';
import { overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { PageControls } from './PageControls';

// In a file of its own: what somebody may is asked once, and then kept for the whole file.
it('offers no sync to somebody who may not start one', async () => {
  renderPart(<PageControls overview={overview} />, undefined, { may: false });
  await screen.findByText('as of');
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
});

it('leaves what is to be done about a connection, and its audit trail, to who may start a sync', async () => {
  renderPortal('/entra-mfa/connections', {
    scenario: 'needs-attention',
    may: false,
  });
  await screen.findByRole('heading', { name: 'How it does' });
  const list = await panel('Connections');
  expect(list.getByText('Needs attention')).toBeInTheDocument();
  expect(list.queryByRole('button')).toBeNull();
  expect(list.getAllByRole('link').map(link => link.textContent)).toEqual([
    'Contoso',
    expect.stringMatching(/^\d+\.\d %$/),
  ]);
  expect(screen.getByRole('tab', { name: 'Runs' })).toBeInTheDocument();
  expect(screen.queryByRole('tab', { name: 'Audit trail' })).toBeNull();
});
