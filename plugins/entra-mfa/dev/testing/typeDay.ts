import type { within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** Types a day, such as `2026-11-28`, where a dialog asks for one. */
export async function typeDay(
  dialog: ReturnType<typeof within>,
  day: string,
): Promise<void> {
  const [year, month, date] = day.split('-');
  for (const [part, value] of [
    [/^month/, month],
    [/^day/, date],
    [/^year/, year],
  ] as const) {
    await userEvent.type(dialog.getByRole('spinbutton', { name: part }), value);
  }
}
