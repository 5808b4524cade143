import { screen } from '@testing-library/react';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { DrillsPanel } from './DrillsPanel';

// Alone in its file: what somebody may do is kept for the whole of one.
it('offers no record of a drill to who may not make one', async () => {
  const [account] = healthy.answer('getBreakGlass', {}).accounts;
  renderPart(<DrillsPanel accounts={[account]} tenant={tenant} />, undefined, {
    may: false,
  });
  await screen.findByRole('region', { name: account.displayName! });
  expect(screen.queryByRole('button')).toBeNull();
});
