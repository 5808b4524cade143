import { healthy, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { AccountPanel } from './AccountPanel';

// Alone in its file: what somebody may do is kept for the whole of one.
it('offers no record of a drill to who may not make one', async () => {
  const [account] = healthy.answer('getBreakGlass', {}).accounts;
  renderPart(<AccountPanel account={account} tenant={tenant} />, undefined, {
    may: false,
  });
  const shown = await panel(account.displayName!);
  expect(shown.queryByRole('button')).toBeNull();
});
