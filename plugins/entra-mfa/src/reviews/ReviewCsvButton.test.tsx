import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
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
  const asked: URL[] = [];
  const answer = fixtureFetch('healthy');
  renderPortal('/entra-mfa/reviews/1?decision=open', {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(new URL(request.url));
      return answer(request);
    },
  });
  const choose = async (name: string) => {
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download CSV' }),
    );
    await userEvent.click(await screen.findByRole('menuitem', { name }));
  };
  const last = () => asked.findLast(url => url.searchParams.has('format'));
  await choose('CSV, pseudonymous');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(last()?.pathname).toMatch(/\/reviews\/1\/items$/);
  expect(Object.fromEntries(last()!.searchParams)).toEqual({
    tenant: 'contoso',
    format: 'csv',
    names: 'false',
  });
  const [header, ...lines] = (await saved[0].text()).split('\r\n');
  expect(header).toBe('Pseudonym,Decision');
  expect(lines).toHaveLength(7);
  await choose('CSV with names');
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(await saved[1].text()).toMatch(/^Name,/);
  // As the backend calls it.
  expect(names).toEqual(Array(2).fill('mfa-review-1_contoso.csv'));
});

it('offers no file of an open review', async () => {
  renderPortal('/entra-mfa/reviews/2');
  await screen.findByRole('button', { name: 'Close the review' });
  expect(
    screen.queryByRole('button', { name: 'Download CSV' }),
  ).not.toBeInTheDocument();
});
