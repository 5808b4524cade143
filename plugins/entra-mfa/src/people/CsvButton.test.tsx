import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { past } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { CsvButton } from './CsvButton';

/** Saves a file whose name from the backend cannot be seen, and says what it is called. */
async function save(option: string, search: string) {
  const names: string[] = [];
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
  URL.createObjectURL = () => 'blob:saved';
  URL.revokeObjectURL = () => {};
  const api = new RecordedApi().switch('exportPeople', () => new Response('a'));
  renderPart(
    <CsvButton filter={{ state: 'uncovered' }} disabled={false} />,
    api,
    { search },
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'CSV of this list' }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: option }));
  await waitFor(() => expect(names).toHaveLength(1));
  return { name: names[0], query: api.last('exportPeople')?.query };
}

it('calls a file after the day of the list, and after whom it is shown to', async () => {
  expect((await save('CSV, pseudonymous', '')).name).toBe(
    'mfa-people-2026-11-21-pseudonymous.csv',
  );
});

it('asks for the people of the tenant and the day that are shown', async () => {
  const search = `tenant=contoso&at=${past}`;
  expect(await save('CSV with names', search)).toEqual({
    name: `mfa-people-${past}.csv`,
    query: {
      state: 'uncovered',
      tenant: 'contoso',
      at: past,
      names: 'true',
    },
  });
});

it('cannot be asked for where nobody is listed', async () => {
  renderPart(<CsvButton filter={{}} disabled />);
  expect(
    await screen.findByRole('button', { name: 'CSV of this list' }),
  ).toBeDisabled();
});

it('says why there is no file', async () => {
  const api = new RecordedApi().fail('exportPeople', 503, 'No database');
  renderPart(<CsvButton filter={{}} disabled={false} />, api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'CSV of this list' }),
  );
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'CSV, pseudonymous' }),
  );
  expect(
    await screen.findByText('The CSV could not be made: No database'),
  ).toBeInTheDocument();
});
