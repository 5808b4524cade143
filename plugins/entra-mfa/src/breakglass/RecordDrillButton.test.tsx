import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { renderPart } from '../../dev/testing/renderPart';
import { typeDay } from '../../dev/testing/typeDay';
import { RecordDrillButton } from './RecordDrillButton';

async function dialogOf() {
  const api = new RecordedApi().fail('recordDrill', 409);
  renderPart(
    <RecordDrillButton tenant="contoso" id="an-id" account="Emergency 1" />,
    api,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Record a drill' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  return {
    api,
    dialog,
    record: dialog.getByRole('button', { name: 'Record' }),
  };
}

it('records the day that is typed', async () => {
  const { api, dialog, record } = await dialogOf();
  expect(dialog.getByRole('group', { name: /^Day/ })).toBeInTheDocument();
  await typeDay(dialog, '2026-11-18');
  await userEvent.click(record);
  await waitFor(() =>
    expect(api.last('recordDrill')).toMatchObject({
      path: '/break-glass/contoso/an-id/drills',
      body: { on: '2026-11-18' },
    }),
  );
});

it('records today, and no day to come', async () => {
  const { dialog, record } = await dialogOf();
  expect(record).toBeEnabled();
  await typeDay(dialog, '2026-11-22');
  expect(record).toBeDisabled();
});

it('records no drill without a day', async () => {
  const { dialog, record } = await dialogOf();
  for (const part of dialog.getAllByRole('spinbutton')) {
    await userEvent.click(part);
    await userEvent.keyboard('{Backspace>6/}');
  }
  expect(record).toBeDisabled();
  const note = dialog.getByRole('textbox', { name: 'Note' });
  expect(note).toHaveAttribute('maxlength', '500');
});
