import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { renderPart } from '../../dev/testing/renderPart';
import { PeopleExport } from './PeopleExport';

// Alone in its file: what somebody may do is kept for the whole of one.
it('offers no file with names to who may not export them', async () => {
  renderPart(<PeopleExport filter={{}} disabled={false} />, new RecordedApi(), {
    may: false,
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
  await screen.findByRole('menuitem', { name: 'CSV, pseudonymous' });
  expect(
    screen.getAllByRole('menuitem').map(({ textContent }) => textContent),
  ).toEqual(['CSV, pseudonymous', 'Excel (XLSX), pseudonymous']);
});
