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

describe('by role', () => {
  const ids = ['729827e3-9c14-49f7-bb1b-9608f156bbb8', 'c0570de0'];
  const nobody = { people: 0, covered: 0, uncovered: 0, unknown: 0, exempt: 0 };
  const roles = {
    snapshot: null,
    privilegedRoles: null,
    roles: null,
    items: ids.map((id, i) => ({
      id,
      name: ['Helpdesk Administrator', null][i],
      builtIn: null,
      privileged: i === 0,
      hidden: false,
      all: nobody,
      active: nobody,
      eligible: nobody,
      outOfScope: 0,
    })),
    hideBelow: 5,
  };
  const withRoles = () => {
    const { fetch, last } = recording();
    const answer: typeof fetch = async (input, init) =>
      new URL(new Request(input, init).url).pathname.endsWith('/v1/roles')
        ? Response.json(roles)
        : fetch(input, init);
    return { fetch: answer, last };
  };

  it('shows the names of the roles in the URL, and with the last one drops what is asked of it', async () => {
    const { fetch, last } = withRoles();
    renderPortal(`/entra-mfa/people?role=${ids.join(',')}&roleKind=eligible`, {
      fetch,
    });
    expect(
      await screen.findByText('role: Helpdesk Administrator'),
    ).toBeInTheDocument();
    const shown = await chips();
    expect(shown.getByText('role: c0570de0')).toBeInTheDocument();
    expect(shown.getByText('can activate it')).toBeInTheDocument();
    expect(last('/people')?.get('role')).toBe(ids.join(','));
    expect(last('/people')?.get('roleKind')).toBe('eligible');

    const remove = async (name: string) => {
      const chip = (await chips()).getByRole('row', { name });
      await userEvent.click(within(chip).getByRole('button'));
    };
    await remove('role: c0570de0');
    await waitFor(() => expect(last('/people')?.get('role')).toBe(ids[0]));
    expect(last('/people')?.get('roleKind')).toBe('eligible');
    await remove('role: Helpdesk Administrator');
    await waitFor(() => expect(last('/people')?.has('role')).toBe(false));
    expect(last('/people')?.has('roleKind')).toBe(false);
  });

  it('chooses a role by its name', async () => {
    const { fetch, last } = withRoles();
    renderPortal('/entra-mfa/people', { fetch });
    await userEvent.click(await screen.findByRole('button', { name: /Role$/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Helpdesk Administrator' }),
    );
    await waitFor(() => expect(last('/people')?.get('role')).toBe(ids[0]));
  });

  it('opens the list of roles', async () => {
    const { fetch } = withRoles();
    renderPortal('/entra-mfa/people', { fetch });
    expect(
      await screen.findByRole('link', { name: 'By role' }),
    ).toHaveAttribute('href', '/entra-mfa/people/roles');
  });
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
