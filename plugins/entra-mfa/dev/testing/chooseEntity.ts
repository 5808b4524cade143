import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';

type Within = Pick<ReturnType<typeof within>, 'getByRole'>;

/** Opens a field of users by keyboard, looks for a text, and chooses what is found for it alone. */
export async function chooseEntity(
  dialog: Within,
  label: RegExp,
  text: string,
  option: RegExp,
): Promise<void> {
  if (!screen.queryByRole('searchbox')) {
    const field = dialog.getByRole('button', { name: label });
    act(() => field.focus());
    await userEvent.keyboard('{Enter}');
  }
  // Typed at once: the focus of options is no event of jsdom's, and letters would be sent within it.
  fireEvent.change(await screen.findByRole('searchbox'), {
    target: { value: text },
  });
  await waitFor(() => {
    const [only, ...others] = screen.getAllByRole('option');
    expect(only).toHaveAccessibleName(option);
    expect(others).toEqual([]);
  });
  await userEvent.keyboard('{ArrowDown}{Enter}');
}
