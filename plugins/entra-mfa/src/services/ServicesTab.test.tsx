import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { routes } from 'backstage-plugin-entra-mfa-common';
import { fixtureFetch } from '../../dev/fixture/fixtureFetch';
import type { Scenario } from '../../dev/fixture/scenarios';
import { servicesAnswer } from '../../dev/fixture/serviceAnswers';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderPortal } from '../../dev/testing/renderPortal';

/** The development tenant, with a list of what was asked of it. */
function recording(scenario: Scenario = 'healthy') {
  const asked: URL[] = [];
  const answer = fixtureFetch(scenario);
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked.push(new URL(new Request(input, init).url));
    return answer(input, init);
  };
  const last = (path: string) =>
    asked.filter(url => url.pathname.endsWith(path)).pop()?.searchParams;
  return { fetch, last };
}

const tenant = new FixtureTenant('healthy', Date.now());
const all = (query: object = {}) =>
  servicesAnswer(
    tenant,
    routes.getServices.query.parse({ limit: 200, ...query }),
  ).items;

const rows = async () => {
  const table = await screen.findByRole('table');
  return within(table).getAllByRole('row').slice(1);
};

it('lists the services whose owners are worst off, with owners and counts', async () => {
  renderPortal('/entra-mfa/services');
  const [first] = await rows();
  const [worst] = all();
  const { covered, uncovered } = worst.owners!;
  expect(
    within(first).getByRole('link', { name: worst.title }),
  ).toHaveAttribute('href', `/catalog/default/${worst.kind}/${worst.title}`);
  expect(
    within(first).getByText(`${uncovered} of ${covered + uncovered}`),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('columnheader', { name: 'not registered' }),
  ).toBeInTheDocument();
});

it('keeps filters and order in the URL', async () => {
  const { fetch, last } = recording();
  renderPortal('/entra-mfa/services?lifecycle=production&sort=phoneOnly', {
    fetch,
  });
  expect(await rows()).toHaveLength(
    all({ lifecycle: 'production' }).slice(0, 50).length,
  );
  expect(last('/services')?.get('sort')).toBe('phoneOnly');
  await userEvent.click(screen.getByRole('button', { name: /Kind/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'API' }));
  await waitFor(() => expect(last('/services')?.get('kind')).toBe('api'));
  expect(last('/services')?.get('lifecycle')).toBe('production');
});

it('shows what one team reaches, and how', async () => {
  const { fetch, last } = recording();
  renderPortal('/entra-mfa/services?team=group:default/ledger', { fetch });
  expect(
    await screen.findByRole('heading', { name: 'What ledger reaches' }),
  ).toBeInTheDocument();
  expect((await screen.findAllByText('owned')).length).toBeGreaterThan(0);
  expect(screen.getAllByText('a team above').length).toBeGreaterThan(0);
  expect(last('/teams/group/default/ledger/services')).toBeDefined();
  expect(screen.getByRole('link', { name: 'All services' })).toHaveAttribute(
    'href',
    '/entra-mfa/services',
  );
});

it('says of which services figures are not shown', async () => {
  renderPortal('/entra-mfa/services?sort=name', { scenario: 'hidden-names' });
  expect((await screen.findAllByText('not shown')).length).toBeGreaterThan(0);
  expect(screen.getByText(/^Figures of few people/)).toBeInTheDocument();
});

it('says what to do where no service fits', async () => {
  renderPortal('/entra-mfa/services?tier=9');
  expect(
    await screen.findByText('Remove a filter to see more.'),
  ).toBeInTheDocument();
});

it('lists what an uncovered person reaches', async () => {
  const own = (state: string) =>
    tenant.people.find(
      person =>
        person.state === state &&
        !person.marks.includes('phone-only') &&
        person.teams.some(team => team.ref === 'group:default/payments'),
    );
  const uncovered = own('uncovered');
  renderPortal(`/entra-mfa/people/contoso/${uncovered?.id}`);
  expect(
    await screen.findByRole('heading', { name: 'What this person reaches' }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'payments-web' }),
  ).toBeInTheDocument();
});

it('says nothing of what a covered person reaches', async () => {
  const { fetch, last } = recording();
  const covered = tenant.people.find(
    person =>
      person.state === 'covered' && !person.marks.includes('phone-only'),
  );
  renderPortal(`/entra-mfa/people/contoso/${covered?.id}`, { fetch });
  await screen.findByRole('heading', { name: 'History' });
  expect(last(`/people/contoso/${covered?.id}/services`)).toBeUndefined();
});
