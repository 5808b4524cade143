import { screen } from '@testing-library/react';
import { renderPortal } from '../../dev/testing/renderPortal';

const person = 'contoso/00000000-0000-4000-8000-000000000001';

it.each([
  ['', /^Directory/],
  ['/teams', /^Engineering$/],
  ['/people', /^1–25 of/],
  [`/people/${person}`, 'Why counted so'],
  ['/changes', 'What changed'],
  ['/exceptions', 'Exceptions'],
  ['/whatif', 'Choose what to assume.'],
  ['/data', 'Reads'],
])('every link on /entra-mfa%s keeps the day', async (path, text) => {
  renderPortal(`/entra-mfa${path}?at=2026-11-03`);
  await screen.findAllByText(text);
  expect(screen.getByText(/^As of 3 Nov 2026/)).toBeInTheDocument();
  const addresses = [...screen.getByRole('main').querySelectorAll('[href]')]
    .map(link => link.getAttribute('href') ?? '')
    .filter(href => href.startsWith('/entra-mfa'));
  expect(addresses.length).toBeGreaterThan(4);
  const withoutDay = addresses.filter(
    href => !new URLSearchParams(href.split('?')[1]).has('at', '2026-11-03'),
  );
  expect(withoutDay).toEqual([]);
});
