import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EvidenceSink } from '@entra-mfa/backstage-plugin-entra-mfa-common';
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

it('tells where evidence goes, what is there, and what to do where it was not taken', async () => {
  const api = new RecordedApi();
  const items: EvidenceSink[] = [
    {
      ...{ id: 'vanta', title: 'Vanta', tenant, state: 'failed' },
      taken: { snapshot: 7, people: 1_204, at: contoso.since },
      triedAt: contoso.since,
      problems: ['Vanta answered 401. Check the client id and secret.'],
      documents: 2,
    },
    {
      ...{ id: 'drata', title: 'Drata', tenant, state: 'waiting' },
      ...{ taken: null, triedAt: null, problems: [], documents: 0 },
    },
    {
      ...{ id: 'other', title: 'Other', tenant: gone, state: 'waiting' },
      ...{ taken: null, triedAt: null, problems: [], documents: 0 },
    },
  ];
  api.switch('getSinks', async () =>
    Response.json(routes.getSinks.response.parse({ items })),
  );
  renderPortal(base, { api });
  const shown = (await panel('Evidence elsewhere'))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);
  expect(shown).toHaveLength(2);
  expect(shown[0]).toMatch(
    /^VantaNot takenVanta answered 401\. Check the client id and secret\.It is tried again every hour\.1,204 people of snapshot 7.*2$/,
  );
  expect(shown[1]).toMatch(/^DrataWaits.*nothing yet–0$/);
});

it('adds tenants up where that is asked for, and says whom it leaves out', async () => {
  const api = new RecordedApi();
  const of = (
    name: string,
    [covered, uncovered, short]: number[],
    change: Partial<typeof contoso> = {},
  ) => ({
    ...contoso,
    ...{ tenant: name === 'One' ? tenant : name, name, stale: null },
    coverage: { covered, uncovered, short, permille: 500, met: false },
    ...change,
  });
  const stale = { since: contoso.since, causes: ['not-read' as const] };
  const items = [
    of('One', [2, 1, 1]),
    of('Two', [1999, 1, 0]),
    of('Old', [50, 50, 45], { stale }),
    of('Gone', [50, 50, 45], { state: 'disconnected' }),
    of('New', [0, 0, 0], { coverage: null }),
  ];
  api.switch('getConnections', async () =>
    Response.json(routes.getConnections.response.parse({ items })),
  );
  renderPortal('/entra-mfa/connections', { api });
  expect(await rows()).toHaveLength(5);
  await userEvent.click(screen.getByRole('switch', { name: 'Total' }));
  const all = await rows();
  // Cut off, not rounded: 2001 of 2003.
  expect(all[5]).toBe(
    'Total of 22,001 of 2,003 registered99.9 %1Somebody who is in two tenants is two people here; short is what is short in each, added up. Not added: Old (Stale), Gone (Disconnected), New.',
  );
});

it('adds nothing up where there is one figure of now', async () => {
  renderPortal('/entra-mfa/connections', { api: withConnections({}) });
  await rows();
  expect(screen.queryByRole('switch')).toBeNull();
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
