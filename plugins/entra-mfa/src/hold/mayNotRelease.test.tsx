import { screen } from '@testing-library/react';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { HoldBand } from './HoldBand';
import { HoldsPanel } from './HoldsPanel';

// Alone in its file: what somebody may do is kept for the whole of one.
it('names the permission to who may not release a figure, and shows them no list of those that were', async () => {
  const api = new RecordedApi('held');
  const hold = api.answer('getOverview', {}).hold!;
  renderPart(
    <>
      <HoldBand tenant={tenant} hold={hold} past={false} />
      <HoldsPanel tenant={tenant} />
    </>,
    api,
    { may: false },
  );
  expect(
    await screen.findByText(/entra-mfa\.hold\.release/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByText('Figures that were held')).toBeNull();
  expect(api.last('getHolds')).toBeUndefined();
});
