import { screen } from '@testing-library/react';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { AttemptsPanel } from './AttemptsPanel';

const title = 'Who tried to register or reset in 30 days';

it('tells how many tried, how many managed, with what and why not', async () => {
  const api = new RecordedApi().change('getAttempts', body => ({
    ...body,
    registration: { tried: 7, managed: 5 },
    reset: { tried: 3, managed: 1 },
    methods: [
      {
        feature: 'registration' as const,
        method: 'mobileSMS',
        succeeded: 4,
        failed: 2,
        reasons: [
          { reason: 'No answer', count: 2 },
          { reason: 'Wrong code', count: 1 },
        ],
      },
      {
        // Another name of the same.
        feature: 'registration' as const,
        method: 'sms',
        succeeded: 1,
        failed: 2,
        reasons: [{ reason: 'Wrong code', count: 2 }],
      },
      {
        feature: 'reset' as const,
        method: 'email',
        succeeded: 1,
        failed: 0,
        reasons: [],
      },
    ],
  }));
  renderPart(<AttemptsPanel overview={{ readsAttempts: true }} />, api);
  const { getByText, getAllByRole } = await panel(title);
  getByText(
    '7 people tried to register; 5 registered a method that can be a second factor',
  );
  getByText('3 people tried to reset their password; 1 did');
  expect(
    getAllByRole('row')
      .slice(1)
      .map(row => [...row.children].map(cell => cell.textContent)),
  ).toEqual([
    ['Register: SMS', '5', '4', '“Wrong code” (3) · “No answer” (2)'],
    ['Reset: Email', '1', '0', '–'],
  ]);
});

it('stands on the overview', async () => {
  const { registration } = healthy.answer('getAttempts', {});
  renderPortal('/entra-mfa');
  const { getByText } = await panel(title);
  expect(
    getByText(new RegExp(`^${registration.tried} pe.* tried to register`)),
  ).toBeInTheDocument();
});

it('says nothing of a tenant whose attempts are not read', () => {
  renderPart(<AttemptsPanel overview={{ readsAttempts: false }} />);
  expect(screen.queryByText(title)).toBeNull();
});
