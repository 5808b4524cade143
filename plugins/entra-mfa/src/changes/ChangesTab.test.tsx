import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { changesSchema } from 'backstage-plugin-entra-mfa-common';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
import { renderPortal } from '../../dev/testing/renderPortal';

/** The development tenant, with a list of what was asked of it, and another answer about changes. */
function recording(change: (body: object) => object = body => body) {
  const asked: URL[] = [];
  const answer = fixtureFetch('healthy');
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(new Request(input, init).url);
    asked.push(url);
    const response = await answer(input, init);
    if (!url.pathname.endsWith('/changes')) return response;
    const body = changesSchema.parse(change(await response.json()));
    return new Response(JSON.stringify(body), { status: 200 });
  };
  const last = () =>
    asked.filter(url => url.pathname.endsWith('/changes')).pop()?.searchParams;
  return { fetch, last };
}

const kinds = async () =>
  within(await screen.findByRole('group', { name: 'Kinds of change' }));

it('lists who changed in the last seven days, lost registrations first, with the counts', async () => {
  const { fetch, last } = recording();
  renderPortal('/entra-mfa/changes', { fetch });
  const chips = (await kinds()).getAllByRole('button');
  expect(chips[0]).toHaveTextContent(/^lost \d/);
  expect(last()?.get('from')).toBeNull();
  expect(screen.getByRole('button', { name: '7 days' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const numbers = chips.map(chip => Number(/\d+/.exec(chip.textContent ?? '')));
  const sum = numbers.reduce((a, b) => a + b, 0);
  expect(screen.getByText(`${sum} people changed`)).toBeInTheDocument();
});

it('narrows to kinds and a period, which the URL keeps', async () => {
  const { fetch, last } = recording();
  renderPortal('/entra-mfa/changes?kind=lost', { fetch });
  const table = await screen.findByRole('table');
  const rows = within(table).getAllByRole('row').slice(1);
  for (const row of rows) {
    expect(row).toHaveTextContent('lost');
  }
  await userEvent.click(screen.getByRole('button', { name: '90 days' }));
  await waitFor(() => expect(last()?.get('from')).toMatch(/^\d{4}-\d\d-\d\d$/));
  await userEvent.click(
    (await kinds()).getByRole('button', { name: /gained/ }),
  );
  await waitFor(() => expect(last()?.get('kind')).toBe('lost,gained'));
});

it('takes the moments of a link as they are', async () => {
  const { fetch, last } = recording();
  const from = '2026-11-01T09:00:00.000Z';
  renderPortal(
    `/entra-mfa/changes?kind=lost&from=${from}&team=group:default/payments`,
    { fetch },
  );
  await kinds();
  expect(last()?.get('from')).toBe(from);
  expect(last()?.get('team')).toBe('group:default/payments');
});

it('goes up to the day that the page shows', async () => {
  const { fetch, last } = recording();
  renderPortal('/entra-mfa/changes?at=2026-11-03', { fetch });
  await kinds();
  expect(last()?.get('to')).toBe('2026-11-03');
});

it('opens a person', async () => {
  renderPortal('/entra-mfa/changes?from=2026-09-01');
  const table = await screen.findByRole('table');
  const [name] = within(table).getAllByRole('link');
  await userEvent.click(name);
  expect(
    await screen.findByRole('heading', { name: 'History' }),
  ).toBeInTheDocument();
});

it('counts, and says who may see who it is, without names', async () => {
  renderPortal('/entra-mfa/changes', { scenario: 'hidden-names' });
  expect((await kinds()).getByText(/^lost/)).toBeInTheDocument();
  expect(screen.getByText('entra-mfa.people.read')).toBeInTheDocument();
  expect(screen.queryByText(/@contoso/)).not.toBeInTheDocument();
});

it('says that a team is too small to be counted', async () => {
  const { fetch } = recording(body => ({
    ...body,
    people: null,
    counts: null,
    items: [],
    visibility: 'none',
  }));
  renderPortal('/entra-mfa/changes?team=group:default/payments', { fetch });
  expect(await screen.findByText(/So few people are concerned/)).toBeInTheDocument();
  expect(screen.queryByRole('group', { name: 'Kinds of change' })).toBeNull();
});

it('says what to do where nobody changed, and where history begins later', async () => {
  const { fetch } = recording(body => ({
    ...body,
    items: [],
    sinceBeginning: true,
  }));
  renderPortal('/entra-mfa/changes', { fetch });
  expect(await screen.findByText('Nobody changed')).toBeInTheDocument();
  expect(screen.getByText(/History begins on/)).toBeInTheDocument();
});

describe('the alarm', () => {
  it('names who lost their registration, on the overview', async () => {
    renderPortal('/entra-mfa');
    const title = await screen.findByText(
      /lost their registrations? in the last 7 days$/,
    );
    const band = within(title.closest('[role=status]') as HTMLElement);
    expect(band.getByRole('link', { name: 'See who' })).toHaveAttribute(
      'href',
      '/entra-mfa/changes?kind=lost',
    );
    expect(band.getAllByRole('listitem').length).toBeGreaterThan(0);
  });

  it('counts without names for who may not see them', async () => {
    renderPortal('/entra-mfa', { scenario: 'hidden-names' });
    await screen.findByText(/lost their registrations? in the last 7 days$/);
    expect(
      screen.getByRole('link', { name: 'See by team' }),
    ).toBeInTheDocument();
  });

  it('is silent where nobody did', async () => {
    const { fetch, last } = recording(body => {
      const changes = changesSchema.parse(body);
      return { ...changes, items: [], counts: { ...changes.counts, lost: 0 } };
    });
    renderPortal('/entra-mfa', { fetch });
    await waitFor(() => expect(last()?.get('kind')).toBe('lost'));
    await screen.findByText(/people in scope/);
    expect(screen.queryByText(/lost their registration/)).toBeNull();
  });
});

it('shows the kind of each step in a person’s history', async () => {
  renderPortal('/entra-mfa/people?state=uncovered');
  await screen.findByText(/^1–25 of/);
  const [, row] = screen.getAllByRole('row', { name: /@contoso/ });
  await userEvent.click(row);
  const history = await screen.findByRole('group', { name: 'History' });
  expect(within(history).getByText('known or not known')).toBeInTheDocument();
});

it('has nothing wrong for assistive technology', async () => {
  renderPortal('/entra-mfa/changes');
  await kinds();
  const { violations } = await axe.run(screen.getByRole('main'), {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});
