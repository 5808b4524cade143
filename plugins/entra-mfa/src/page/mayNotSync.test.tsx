import { screen } from '@testing-library/react';
import { overview } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { PageControls } from './PageControls';

// In a file of its own: what somebody may is asked once, and then kept for the whole file.
it('offers no sync to somebody who may not start one', async () => {
  renderPart(<PageControls overview={overview} />, undefined, { may: false });
  await screen.findByText('as of');
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
});
