import { screen } from '@testing-library/react';
import { healthy, past } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';

const { tenant, id } = healthy.all('getPerson')[1].person;
const person = `${tenant}/${id}`;

it.each([
  ['', /^Directory/],
  ['/teams', /^Engineering$/],
  ['/people', /^1–25 of/],
  [`/people/${person}`, 'Why counted so'],
  ['/changes', 'What changed'],
  ['/compliance/exceptions', 'Exceptions'],
  ['/overview/what-if', 'Choose what to assume.'],
  ['/connections', 'States so far'],
])('every link on /entra-mfa%s keeps the day', async (path, text) => {
  renderPortal(`/entra-mfa${path}?at=${past}`);
  await screen.findAllByText(text);
  expect(screen.getByText(/^As of 3 Nov 2026/)).toBeInTheDocument();
  const addresses = [...screen.getByRole('main').querySelectorAll('[href]')]
    .map(link => link.getAttribute('href') ?? '')
    .filter(href => href.startsWith('/entra-mfa'));
  expect(addresses.length).toBeGreaterThan(4);
  const withoutDay = addresses.filter(
    href => !new URLSearchParams(href.split('?')[1]).has('at', past),
  );
  expect(withoutDay).toEqual([]);
});
