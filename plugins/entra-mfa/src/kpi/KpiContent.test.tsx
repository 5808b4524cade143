import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { Entity } from '@backstage/catalog-model';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { counts, healthy, tenant } from '../../dev/testing/contoso';
import { renderInPortal } from '../../dev/testing/renderPortal';
import { EntityEntraMfaKpiCard } from './EntityEntraMfaKpiCard';
import { HomeKpiCard } from './HomeKpiCard';
import { readKpiAnnotation } from './readKpi';

const payments = healthy.answer('getTeam', {
  kind: 'group',
  namespace: 'default',
  name: 'payments',
});
const figure = formatPermille(counts.coverage.permille)!;
const figureOfPayments = formatPermille(payments.coverage!.permille)!;

const annotated = (value: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', annotations: { 'entra-mfa/kpi': value } },
});

function renderAnnotated(value: string, api = new RecordedApi()) {
  renderInPortal(
    <EntityProvider entity={annotated(value)}>
      <EntityEntraMfaKpiCard />
      <p>drawn</p>
    </EntityProvider>,
    { api },
  );
  return api;
}

const groupOf = (name: string, namespace = 'default') => ({
  kind: 'group',
  namespace,
  name,
});

it.each<[string, ReturnType<typeof readKpiAnnotation>]>([
  [
    'organization',
    { asked: { tenant: undefined, team: null, show: 'figure' } },
  ],
  [
    'group:default/payments',
    { asked: { tenant: undefined, team: groupOf('payments'), show: 'figure' } },
  ],
  [
    ' Group:Payments ; show = donut ',
    { asked: { tenant: undefined, team: groupOf('payments'), show: 'donut' } },
  ],
  [
    'group:eu/ops;tenant=t1;show=trend',
    { asked: { tenant: 't1', team: groupOf('ops', 'eu'), show: 'trend' } },
  ],
  [
    'control:mfa/MFA-01',
    {
      asked: {
        tenant: undefined,
        control: { framework: 'mfa', id: 'MFA-01' },
      },
    },
  ],
  [
    'control:dora/Art.9(4)(d);tenant=t1',
    {
      asked: {
        tenant: 't1',
        control: { framework: 'dora', id: 'Art.9(4)(d)' },
      },
    },
  ],
  ['control:mfa/MFA-01;show=donut', { wrong: 'donut' }],
  ['control:MFA-01', { wrong: 'control:MFA-01' }],
  ['', { wrong: '' }],
  ['payments', { wrong: 'payments' }],
  ['user:default/ada', { wrong: 'user:default/ada' }],
  ['group:default/payments/web', { wrong: 'group:default/payments/web' }],
  ['organization;show=pie', { wrong: 'pie' }],
  ['organization;shows=trend', { wrong: 'shows=trend' }],
  ['organization;show=', { wrong: 'show=' }],
  ['organization;show=trend;show=donut', { wrong: 'show=donut' }],
  ['organization;', { wrong: '' }],
])('reads the annotation "%s"', (value, read) => {
  expect(readKpiAnnotation(value)).toEqual(read);
});

it('shows the figure of the organization where nothing else is chosen', async () => {
  renderInPortal(<HomeKpiCard />);
  expect(await screen.findByText(figure)).toBeInTheDocument();
  const { covered, uncovered, short } = counts.coverage;
  expect(screen.getByText(`${short} people short`)).toBeInTheDocument();
  expect(
    screen.getByText(`${covered} of ${covered + uncovered} people registered`),
  ).toBeInTheDocument();
  expect(screen.getByText('read 12 min ago')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Contoso' })).toHaveAttribute(
    'href',
    `/entra-mfa?tenant=${tenant}`,
  );
  expect(screen.queryByRole('img')).toBeNull();
});

it('shows a team as a donut, with the people behind each part for who may see them', async () => {
  renderAnnotated('group:default/payments;show=donut');
  expect(await screen.findByText(figureOfPayments)).toBeInTheDocument();
  const parts = screen.getAllByRole('listitem');
  expect(parts.map(({ textContent }) => textContent)).toEqual([
    `${payments.coverage!.covered}registered`,
    `${payments.coverage!.uncovered}not registered`,
  ]);
  expect(within(parts[1]).getByRole('link')).toHaveAttribute(
    'href',
    `/entra-mfa/people?team=group%3Adefault%2Fpayments&state=uncovered&tenant=${tenant}`,
  );
  expect(screen.getByRole('link', { name: 'Payments' })).toHaveAttribute(
    'href',
    '/catalog/default/group/payments',
  );
  expect(
    screen.getByText(`${payments.coverage!.short} people short`),
  ).toBeInTheDocument();
});

it('counts for who may not see names, without links to people', async () => {
  renderAnnotated(
    'group:default/payments;show=donut',
    new RecordedApi('counts-only'),
  );
  const [part] = await screen.findAllByRole('listitem');
  expect(within(part).queryByRole('link')).toBeNull();
});

it('shows a trend in words, too', async () => {
  renderAnnotated('organization;show=trend');
  expect(
    await screen.findByRole('img', { name: /^Coverage from .* target 95 %$/ }),
  ).toBeInTheDocument();
  expect(screen.getByText(figure)).toBeInTheDocument();
});

it('keeps back the figure of a small team as the page does', async () => {
  const api = new RecordedApi('counts-only');
  const small = api.answer('getTeam', groupOf('ledger'));
  expect(small.hidden).toBe(true);
  renderAnnotated('group:default/ledger', api);
  expect(
    await screen.findByText(
      new RegExp(`^Figures of fewer than ${small.hideBelow} people`),
    ),
  ).toBeInTheDocument();
  expect(screen.queryByText(/%/)).toBeNull();
});

it('calls old figures old, and no target met or missed on them', async () => {
  const api = new RecordedApi('nobody-missing').change(
    'getOverview',
    overview => ({
      ...overview,
      freshness: { ...overview.freshness, stale: true },
    }),
  );
  renderAnnotated('organization', api);
  expect(await screen.findByText('100.0 %')).toBeInTheDocument();
  expect(screen.getByText(/These figures are old/)).toBeInTheDocument();
  expect(screen.queryByText('target met')).toBeNull();
});

it.each<[string, string]>([
  ['payments', 'payments'],
  ['organization;show=pie', 'pie'],
])('says of "%s" what to write in its place', async (value, wrong) => {
  const api = renderAnnotated(value);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(`This card does not understand “${wrong}”.`);
  expect(alert).toHaveTextContent('group:default/payments');
  expect(alert).toHaveTextContent(';show=trend');
  expect(api.sent).toEqual([]);
});

it('says the same of a setting, in words for settings', async () => {
  renderInPortal(<HomeKpiCard team="payments" />);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('This card does not understand “payments”.');
  expect(alert).toHaveTextContent('In its settings');
});

it('says which team there is not', async () => {
  renderAnnotated('group:default/unheard-of');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'group:default/unheard-of',
  );
});

it('shows where a control stands, with its tests, its days and the way to it', async () => {
  const control = healthy.answer('getControl', {
    framework: 'mfa',
    id: 'MFA-01',
  });
  expect(control.status).toBe('not-met');
  renderAnnotated('control:mfa/MFA-01');
  expect(
    await screen.findByRole('link', {
      name: 'MFA-01 Users have registered for MFA',
    }),
  ).toHaveAttribute(
    'href',
    `/entra-mfa/compliance/controls/mfa/MFA-01?tenant=${tenant}`,
  );
  expect(screen.getByText('not met')).toBeInTheDocument();
  const [{ count, of, short }] = control.results;
  const [line] = screen.getAllByRole('listitem');
  for (const part of [count, of, short]) {
    expect(line).toHaveTextContent(String(part));
  }
  expect(
    screen.getByRole('img', { name: new RegExp(`${control.strip.length}`) }),
  ).toBeInTheDocument();
});

it('names the permission that a control needs on the home page, and shows nothing of it on an entity page', async () => {
  const refused = () =>
    new RecordedApi().fail('getControl', 403, 'Not allowed');
  const asked = { team: 'control:mfa/MFA-01' };
  renderInPortal(<HomeKpiCard {...asked} />, { api: refused() });
  expect(
    await screen.findByText('entra-mfa.compliance.read'),
  ).toBeInTheDocument();
  cleanup();
  const api = renderAnnotated(asked.team, refused());
  await waitFor(() => expect(api.answered).toBe(1));
  await screen.findByText('drawn');
  expect(screen.queryByText('MFA coverage')).toBeNull();
});

it('asks for the tenant that was chosen', async () => {
  const other = '0a1b2c3d-0000-4000-8000-000000000002';
  const api = new RecordedApi('two-tenants');
  renderInPortal(<HomeKpiCard tenant={other} show="donut" />, { api });
  await waitFor(() =>
    expect(api.last('getOverview')?.query).toEqual({ tenant: other }),
  );
});

it('shows nothing on an entity page to who may not read figures', async () => {
  const api = renderAnnotated('organization', new RecordedApi('no-permission'));
  await waitFor(() => expect(api.answered).toBe(1));
  await screen.findByText('drawn');
  expect(screen.queryByText('MFA coverage')).toBeNull();
});

it('names on the home page the permission that is missing', async () => {
  renderInPortal(<HomeKpiCard />, { scenario: 'no-permission' });
  expect(await screen.findByText('entra-mfa.counts.read')).toBeInTheDocument();
});
