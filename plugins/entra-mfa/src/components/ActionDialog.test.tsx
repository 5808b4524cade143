import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { renderPortal } from '../../dev/testing/renderPortal';

/** An API whose every step is refused. */
function refusing(): RecordedApi {
  const message = 'It is decided already';
  return new RecordedApi()
    .fail('decideException', 409, message)
    .fail('recordDrill', 409, message)
    .fail('closeReview', 409, message);
}

it.each([
  [
    '/entra-mfa/compliance/exceptions',
    'Approve',
    /Why you approve it/,
    'Approve',
  ],
  ['/entra-mfa/compliance/break-glass', 'Record a drill', 'Note', 'Record'],
  ['/entra-mfa/compliance/reviews/2', 'Close the review', /Why/, 'Close it'],
])(
  'on %s says in the dialog what went wrong, and keeps what was typed',
  async (path, label, field, confirm) => {
    renderPortal(path, { api: refusing() });
    const [button] = await screen.findAllByRole('button', { name: label });
    await userEvent.click(button);
    const dialog = within(await screen.findByRole('dialog'));
    const text = dialog.getByRole('textbox', { name: field });
    await userEvent.clear(text);
    await userEvent.type(text, 'What I typed');
    await userEvent.click(dialog.getByRole('button', { name: confirm }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'It is decided already',
    );
    expect(text).toHaveValue('What I typed');

    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await userEvent.click(button);
    const again = within(await screen.findByRole('dialog'));
    expect(again.queryByRole('alert')).not.toBeInTheDocument();
  },
);
