import { screen } from '@testing-library/react';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, personWho, tenant } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';

const { id } = personWho(({ state }) => state === 'uncovered');
const detail = healthy.answer('getPerson', { tenant, id });

// In a file of its own: what somebody may is asked once, and then kept for the whole file.
it('offers no erasure to somebody who may not erase', async () => {
  const api = new RecordedApi().switch(
    'getPerson',
    () =>
      new Response(JSON.stringify({ ...detail, left: true }), {
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  renderPortal(`/entra-mfa/people/${tenant}/${id}`, { api, may: false });
  await screen.findByText('Has left the directory since.');
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(
    screen.queryByRole('button', { name: 'Erase this person' }),
  ).toBeNull();
});
