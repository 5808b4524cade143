import { screen } from '@testing-library/react';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { contoso, healthy, past } from '../../dev/testing/contoso';
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

it.each(['', `?at=${past}`])(
  'marks a tenant that is disconnected, whose figures are of a past day%s',
  async search => {
    const gone = { ...contoso, disconnectedAt: '2026-11-20T08:00:00.000Z' };
    const other = { ...contoso, id: 'other', name: 'Other' };
    const api = new RecordedApi().change('getOverview', overview => ({
      ...overview,
      tenant: gone,
      tenants: [other, gone],
      freshness: {
        ...overview.freshness,
        stale: true,
        staleCauses: ['disconnected'],
        health: 'disconnected',
      },
    }));
    renderPortal(`/entra-mfa${search}`, { api });
    const banner = await screen.findByText(
      /^Contoso is disconnected since 20 Nov 2026/,
    );
    expect(banner.closest('[role=status]')).toHaveTextContent(
      'Nothing is read any more. No control counts as met on them.',
    );
    expect(
      await screen.findByRole('button', {
        name: /^Contoso \(disconnected\) Tenant/,
      }),
    ).toBeInTheDocument();
    await screen.findAllByText(/^Directory/);
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
    expect(screen.queryByText('These figures are old')).toBeNull();
    expect(screen.queryByRole('list', { name: 'What needs you' })).toBeNull();
    expect(document.querySelector('[data-stale=true]')).not.toBeNull();
  },
);
