import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
import { renderPortal } from '../../dev/testing/renderPortal';

/** The development tenant, with a list of what was asked of it. */
function recording() {
  const asked: URL[] = [];
  const answer = fixtureFetch('healthy');
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked.push(new URL(new Request(input, init).url));
    return answer(input, init);
  };
  const last = (path: string) =>
    asked.filter(url => url.pathname.endsWith(path)).pop()?.searchParams;
  return { fetch, last };
}

const chips = async () =>
  within(await screen.findByRole('grid', { name: 'Filters' }));

it('reads its filters from the URL and shows them as chips', async () => {
  const { fetch, last } = recording();
  renderPortal(
    '/entra-mfa/people?state=uncovered,unknown&team=group:default/payments',
    { fetch },
  );
  const shown = await chips();
  expect(shown.getByText('not registered')).toBeInTheDocument();
  expect(shown.getByText('not known')).toBeInTheDocument();
  expect(shown.getByText('team: payments')).toBeInTheDocument();
  expect(last('/people')?.get('state')).toBe('uncovered,unknown');
});

it('removes one alternative of a filter and keeps the others', async () => {
  const { fetch, last } = recording();
  renderPortal('/entra-mfa/people?state=uncovered,unknown', { fetch });
  const chip = (await chips()).getByRole('row', { name: 'not known' });
  await userEvent.click(within(chip).getByRole('button'));
  await waitFor(() => expect(last('/people')?.get('state')).toBe('uncovered'));
  expect((await chips()).queryByText('not known')).not.toBeInTheDocument();
});

it('asks for what is typed once the typing rests', async () => {
  const { fetch, last } = recording();
  renderPortal('/entra-mfa/people', { fetch });
  await userEvent.type(
    await screen.findByLabelText('Name or user principal name'),
    'grace',
  );
  expect(await screen.findByText('text: grace')).toBeInTheDocument();
  expect(last('/people')?.get('q')).toBe('grace');
});

it('pages through the list by cursor, and back to its start for another filter', async () => {
  const { fetch, last } = recording();
  renderPortal('/entra-mfa/people?state=uncovered', { fetch });
  await screen.findByText(/^1–25 of/);
  await userEvent.click(screen.getByRole('button', { name: /next/i }));
  await screen.findByText(/^26–50 of/);
  expect(last('/people')?.get('cursor')).toBe('25');
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
  await waitFor(() => expect(last('/people')?.has('cursor')).toBe(false));
});

it('saves everybody whom the filter finds, not the page on screen', async () => {
  const saved: Blob[] = [];
  URL.createObjectURL = blob => {
    if (blob instanceof Blob) saved.push(blob);
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => {};
  const names: string[] = [];
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
  const { fetch, last } = recording();
  renderPortal('/entra-mfa/people?state=uncovered', { fetch });
  const total = Number(
    (await screen.findByText(/^1–25 of/)).textContent?.split(' of ')[1],
  );
  const choose = async (name: string) => {
    await userEvent.click(
      screen.getByRole('button', { name: 'CSV of this list' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name }));
  };
  await choose('CSV, pseudonymous');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(last('/people')?.get('names')).toBe('false');
  expect(last('/people')?.get('format')).toBe('csv');
  expect(last('/people')?.get('state')).toBe('uncovered');
  const lines = (await saved[0].text()).split('\r\n');
  expect(lines).toHaveLength(total + 1);
  await choose('CSV with names');
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(last('/people')?.get('names')).toBe('true');
  // As the backend calls it.
  expect(names).toEqual(Array(2).fill('mfa-people_contoso.csv'));
});

it('opens a person with the reasons, the rows and the history', async () => {
  renderPortal('/entra-mfa/people?state=uncovered');
  await screen.findByText(/^1–25 of/);
  const [, row] = screen.getAllByRole('row', { name: /@contoso/ });
  await userEvent.click(row);
  for (const title of ['Why counted so', 'The rows behind it', 'History']) {
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
  }
  expect(screen.getByText('isMfaRegistered: false')).toBeInTheDocument();
});

it('says which permission opens names, and shows nobody without it', async () => {
  renderPortal('/entra-mfa/people', { scenario: 'hidden-names' });
  expect(await screen.findByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(screen.queryByText(/@contoso/)).not.toBeInTheDocument();
});

it('says what to do where nobody fits', async () => {
  renderPortal('/entra-mfa/people?state=uncovered&mark=phone-only');
  expect(
    await screen.findByText('Remove a filter to see more people.'),
  ).toBeInTheDocument();
});
