import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';

it('saves everybody on the list of a closed review, under pseudonyms or by name', async () => {
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
  const api = new RecordedApi();
  renderPortal('/entra-mfa/compliance/reviews/1?decision=open', { api });
  const choose = async (name: string) => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name }));
  };
  const last = () => api.sent.findLast(({ path }) => path.endsWith('.csv'));
  await choose('CSV, pseudonymous');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(last()?.path).toBe('/reviews/1/items.csv');
  expect(last()?.query).toEqual({ tenant, names: 'false' });
  const [header, ...lines] = (await saved[0].text()).trim().split('\n');
  expect(header).toContain('Pseudonym');
  const { counts } = healthy.answer('getReview', { number: 1 });
  expect(lines).toHaveLength(counts.items);
  await choose('CSV with names');
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(await saved[1].text()).toContain('Barbara Haddad');
  // As the backend calls it.
  expect(names).toEqual([
    expect.stringMatching(/^mfa-review-1_contoso_as-of-.*_pseudonymous\.csv$/),
    expect.stringMatching(/^mfa-review-1_contoso_as-of-.*_stale\.csv$/),
  ]);
});

it('offers no file of an open review', async () => {
  renderPortal('/entra-mfa/compliance/reviews/2');
  await screen.findByRole('button', { name: 'Close the review' });
  expect(
    screen.queryByRole('button', { name: 'Export' }),
  ).not.toBeInTheDocument();
});
