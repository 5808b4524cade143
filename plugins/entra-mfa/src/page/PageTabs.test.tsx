import { screen } from '@testing-library/react';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { past } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';

const tabs = [
  ['Overview', ''],
  ['Teams', '/teams'],
  ['People', '/people'],
  ['Services', '/services'],
  ['Changes', '/changes'],
  ['Exceptions', '/exceptions'],
  ['Reviews', '/reviews'],
  ['What if', '/whatif'],
  ['Break-glass', '/breakglass'],
  ['Data', '/data'],
] as const;

const shown = async () =>
  (await screen.findAllByRole('tab')).map(tab => [
    tab.textContent,
    tab.getAttribute('href'),
  ]);

it('has a tab for each view, in this order, each with its address', async () => {
  renderPortal(`/entra-mfa/whatif?at=${past}`);
  await screen.findByRole('tab', { name: 'Reviews' });
  expect(await shown()).toEqual(
    tabs.map(([name, path]) => [name, `/entra-mfa${path}?at=${past}`]),
  );
});

it.each([
  ['', 'Overview', 'Where the gap is'],
  ['/unheard-of', 'Overview', 'Where the gap is'],
  ['/teams', 'Teams', 'Teams'],
  ['/people', 'People', 'People'],
  ['/services', 'Services', 'Services'],
  ['/changes', 'Changes', 'What changed'],
  ['/exceptions', 'Exceptions', 'Exceptions'],
  ['/reviews', 'Reviews', 'Access reviews'],
  ['/reviews/2', 'Reviews', 'Q4 2026'],
  ['/whatif', 'What if', 'What if'],
  ['/breakglass', 'Break-glass', 'Findings'],
  ['/data', 'Data', 'Reads'],
])('shows at %s the tab %s', async (path, name, title) => {
  renderPortal(`/entra-mfa${path}`);
  expect(
    await screen.findByRole('heading', { name: title, level: 2 }),
  ).toBeInTheDocument();
  expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(name);
});

it.each([
  ['conducts them, although there is none', true, 0, true],
  ['sees somebody in one', false, 1, true],
  ['neither conducts nor sees any', false, 0, false],
])('has reviews for who %s', async (_, mayConduct, length, isThere) => {
  const api = new RecordedApi().change('getReviews', body => ({
    ...body,
    mayConduct,
    items: body.items.slice(0, length),
  }));
  renderPortal('/entra-mfa/whatif', { api });
  await screen.findByText('Choose what to assume.');
  await screen.findByRole('tab', { name: 'Data' });
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(screen.queryByRole('tab', { name: 'Reviews' }) !== null).toBe(isThere);
});
