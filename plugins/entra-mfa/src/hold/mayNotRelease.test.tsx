import { screen } from '@testing-library/react';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { HoldBanner } from './HoldBanner';
import { HoldsPanel } from './HoldsPanel';

// Alone in its file: what somebody may do is kept for the whole of one.
it('names the permission to who may not release a figure, and shows them no list of those that were', async () => {
  const api = new RecordedApi('held');
  const hold = api.answer('getOverview', {}).hold!;
  renderPart(
    <>
      <HoldBanner tenant={tenant} hold={hold} past={false} />
      <HoldsPanel tenant={tenant} />
    </>,
    api,
    { may: false },
  );
  expect(
    await screen.findByText(
      'If the fall is real, someone with the permission entra-mfa.hold.release can release it.',
    ),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByText('Figures that were held')).toBeNull();
  expect(api.last('getHolds')).toBeUndefined();
});

it('names it to nobody of a past day, of which nothing can be released', async () => {
  const api = new RecordedApi('held');
  const hold = api.answer('getOverview', {}).hold!;
  renderPart(<HoldBanner tenant={tenant} hold={hold} past />, api, {
    may: false,
  });
  await screen.findByText(/^The figure was held then/);
  expect(screen.queryByText(/entra-mfa\.hold\.release/)).toBeNull();
});
