import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

const base = `/entra-mfa/connections/${tenant}`;
const gone = '99999999-0000-4000-8000-000000000001';
const [contoso] = healthy.answer('getConnections', {}).items;

/** Answers with connections in these situations, the second one gone from the configuration. */
function withConnections(change: Partial<typeof contoso>): RecordedApi {
  const api = new RecordedApi();
  const body = {
    items: [
      { ...contoso, ...change },
      {
        ...contoso,
        tenant: gone,
        name: 'Fabrikam',
        state: 'disconnected' as const,
        stale: null,
        problems: [],
        contact: null,
        nextReadAt: null,
      },
    ],
  };
  api.switch('getConnections', async () =>
    Response.json(routes.getConnections.response.parse(body)),
  );
  return api;
}

const rows = async () =>
  (await panel('Connections'))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);

it('lists connections with their states, what works of them and the next step', async () => {
  renderPortal('/entra-mfa/connections');
  const read = contoso.dataSets.length;
  const works = contoso.dataSets.filter(set => set.works).length;
  const [row] = await rows();
  expect(row).toMatch(/^ContosoHealthyfor /);
  const { permille, short } = contoso.coverage!;
  expect(row).toContain(`${(permille! / 10).toFixed(1)} %${short}Client`);
  expect(row).toContain(`Client secret${works} of ${read}`);
  const shown = await panel('How it does');
  expect(shown.getByText(tenant)).toBeInTheDocument();
});

it.each([
  [{ state: 'needs-attention' as const }, 'Needs attention', 'Read now'],
  [
    {
      stale: { since: contoso.since, causes: ['not-read' as const] },
    },
    'Stale',
    'Read now',
  ],
  [
    {
      state: 'needs-attention' as const,
      problems: [
        {
          code: 'no-permission' as const,
          message: 'It is missing.',
          action: 'Ask for it.',
          dataSet: 'users' as const,
          since: null,
        },
      ],
    },
    'Needs attention',
    "Open Microsoft's consent window",
  ],
])('offers one thing to do: %j', async (change, state, step) => {
  renderPortal('/entra-mfa/connections', { api: withConnections(change) });
  const list = await panel('Connections');
  const [first, second] = list.getAllByRole('row').slice(1);
  expect(first).toHaveTextContent(state);
  expect(await within(first).findByText(step)).toBeInTheDocument();
  expect(second).toHaveTextContent('Disconnected');
  expect(
    await within(second).findByRole('link', { name: 'See what happened' }),
  ).toHaveAttribute('href', `/entra-mfa/connections/${gone}/trail`);
});

it('shows the reads of the day that is shown, and what did not match then', async () => {
  const api = new RecordedApi();
  renderPortal(`${base}/runs?at=${past}`, { api });
  const then = healthy.answer('getRuns', {}, { at: past, limit: 25 });
  const reads = await panel('Reads');
  expect(
    (await reads.findAllByRole('button', { name: /what read \d+ did$/ })).map(
      ({ textContent }) => textContent,
    ),
  ).toEqual(then.items.map(({ number }) => String(number)));
});

it('says how each data set does, what it needs, and why; and what did not match', async () => {
  const api = new RecordedApi();
  renderPortal(`${base}/data-sets?at=${past}`, { api });
  const { dataSets } = healthy.answer('getTenants', {});
  const table = await panel('What is read, and how it went last');
  await table.findByText(dataSets[0].why);
  expect(
    table
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent),
  ).toEqual(
    contoso.dataSets.map(set => {
      const about = dataSets.find(({ id }) => id === set.id);
      const rowCount = set.rows.toLocaleString('en');
      return expect.stringMatching(
        new RegExp(
          `^${about?.title}works${rowCount}${about?.permission ?? 'none'}`,
        ),
      );
    }),
  );
  expect(api.last('getUnmatched')?.query.at).toBe(past);
});

it('is where old links lead, and asks for the holds of the tenant that is shown', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/data', { api });
  await panel('Figures that were held');
  expect(api.last('getHolds')?.path).toBe(`/tenants/${tenant}/holds`);
});

it('tells what happened, and shows one kind alone', async () => {
  const api = new RecordedApi();
  renderPortal(`${base}/trail`, { api });
  const { items } = healthy.answer('getTrail', { id: tenant }, { limit: 25 });
  const trail = await panel('Audit trail');
  expect((await trail.findAllByRole('row')).length).toBe(items.length + 1);
  const user = userEvent.setup();
  await user.click(trail.getByRole('button', { name: /What is shown/ }));
  await user.click(await screen.findByRole('option', { name: 'Read' }));
  await screen.findAllByText('Read');
  expect(api.last('getTrail')?.query.kind).toBe('read');
});
