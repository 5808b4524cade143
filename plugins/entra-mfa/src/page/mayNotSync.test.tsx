import { screen } from '@testing-library/react';
import { overview } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { PageControls } from './PageControls';

// In a file of its own: what somebody may is asked once, and then kept for the whole file.
it('offers no sync to somebody who may not start one', async () => {
  renderInPortal(
    <EntraMfaProvider>
      <PageControls overview={overview} />
    </EntraMfaProvider>,
    { may: false },
  );
  await screen.findByText('as of');
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
});
