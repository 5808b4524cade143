import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ProblemCode } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { renderInPortal, renderPortal } from '../../dev/testing/renderPortal';
import { EntraMfaProvider } from '../api/EntraMfaProvider';
import { AdminConsent } from './AdminConsent';

const button = { name: "Open Microsoft's consent window" };
const recorded = new RecordedApi('needs-attention');
const [{ clientId: app, consentUrl: page }] = recorded.answer(
  'getTenants',
  {},
).items;
const permissions =
  'AuditLog.Read.All, Device.Read.All, GroupMember.Read.All, IdentityRiskEvent.Read.All, IdentityRiskyUser.Read.All, Policy.Read.All, PrivilegedEligibilitySchedule.Read.AzureADGroup, RoleManagement.Read.Directory, User-LifeCycleInfo.Read.All, User.Read.All';

it.each(['needs-attention', 'stale', 'no-consent'] as const)(
  "opens Microsoft's page where a permission is missing (%s)",
  async scenario => {
    renderPortal('/entra-mfa', { scenario });
    const link = await screen.findByRole('link', button);
    expect(link).toHaveAttribute('href', page!);
    expect(link).toHaveAttribute('target', '_blank');
  },
);

it('gives a request for an administrator, with the app, its permissions and the page', async () => {
  renderPortal('/entra-mfa', { scenario: 'needs-attention' });
  await userEvent.click(await screen.findByText(/^If you are neither/));
  const request = screen.getByRole('group', { name: 'The request' });
  expect(request).toHaveTextContent('Tenant: Contoso');
  expect(request).toHaveTextContent(app!);
  expect(request).toHaveTextContent(permissions);
  expect(request).toHaveTextContent(page!);
  expect(
    screen.getByRole('button', { name: 'Copy the request' }),
  ).toBeInTheDocument();
});

it('tells who may not start a sync whom to ask, without the page', async () => {
  const api = new RecordedApi('needs-attention').change('getTenants', body => ({
    ...body,
    items: body.items.map(item => ({
      ...item,
      clientId: null,
      consentUrl: null,
    })),
  }));
  renderPortal('/entra-mfa', { api });
  await userEvent.click(await screen.findByText(/^If you are neither/));
  const request = screen.getByRole('group', { name: 'The request' });
  expect(request).toHaveTextContent(permissions);
  expect(request).not.toHaveTextContent('adminconsent');
  expect(screen.queryByRole('link', button)).not.toBeInTheDocument();
});

it.each<[ProblemCode, boolean]>([
  ['no-permission', true],
  ['no-consent', true],
  ['app-not-found', true],
  ['no-licence', false],
  ['secret-expired', false],
  ['throttled', false],
])('for the problem %s, consent is offered: %s', async (code, offered) => {
  const overview = recorded.answer('getOverview', {});
  const [problem] = overview.freshness.problems;
  const problems = [{ ...problem, code }];
  renderInPortal(
    <EntraMfaProvider>
      <p>drawn</p>
      <AdminConsent
        overview={{
          ...overview,
          freshness: { ...overview.freshness, problems },
        }}
      />
    </EntraMfaProvider>,
  );
  await screen.findByText('drawn');
  if (offered) {
    await screen.findByRole('link', button);
  }
  expect(screen.queryAllByRole('link', button)).toHaveLength(offered ? 1 : 0);
});

describe('before anything is configured', () => {
  const tenantId = '0a1b2c3d-0000-4000-8000-000000000001';
  const clientId = '0a1b2c3d-0000-4000-8000-000000000002';

  it('opens the page for the ids of the app, whatever cloud it is in', async () => {
    renderPortal('/entra-mfa', { scenario: 'not-configured' });
    await userEvent.type(
      await screen.findByLabelText('Directory (tenant) id'),
      ` ${tenantId} `,
    );
    expect(screen.getByRole('link', button)).not.toHaveAttribute('href');
    await userEvent.type(
      screen.getByLabelText('Application (client) id'),
      clientId,
    );
    expect(screen.getByRole('link', button)).toHaveAttribute(
      'href',
      `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${clientId}`,
    );
    await userEvent.click(screen.getByRole('button', { name: /Cloud/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'US Government' }),
    );
    expect(screen.getByRole('link', button)).toHaveAttribute(
      'href',
      `https://login.microsoftonline.us/${tenantId}/adminconsent?client_id=${clientId}`,
    );
  });

  it('opens nothing for what is no id', async () => {
    renderPortal('/entra-mfa', { scenario: 'not-configured' });
    const field = await screen.findByLabelText('Directory (tenant) id');
    await userEvent.type(field, 'contoso/../evil');
    await userEvent.type(
      screen.getByLabelText('Application (client) id'),
      clientId,
    );
    expect(field).toBeInvalid();
    expect(screen.getByRole('link', button)).not.toHaveAttribute('href');
  });
});
