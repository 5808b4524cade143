import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ConnectionCheck,
  Tenants,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { CheckPanel } from './CheckPanel';

type Credential = Tenants['items'][number]['credential'];

function signingInWith(credential: Credential) {
  return new RecordedApi().change('getTenants', body => ({
    ...body,
    items: body.items.map(item => ({ ...item, credential })),
  }));
}

const endsAt = '2027-03-04T12:00:00.000Z';

it.each<[NonNullable<Credential>, string]>([
  [
    { kind: 'certificate', endsAt, warning: null },
    'Signs in with a certificate that ends on 4 Mar 2027.',
  ],
  [
    { kind: 'certificate', endsAt, warning: 14 },
    'Signs in with a certificate that ends on 4 Mar 2027. Replace it before.',
  ],
  [
    { kind: 'secret', endsAt, warning: 0 },
    'Signs in with a client secret that ended on 4 Mar 2027. Replace it now: nothing new can be read.',
  ],
  [
    { kind: 'secret', endsAt: null, warning: null },
    'Signs in with a client secret. When it ends is not configured: set expiresAt beside it, and this portal warns before.',
  ],
  [
    { kind: 'federated', endsAt: null, warning: null },
    'Signs in with the assertion of a workload: there is no secret that ends.',
  ],
])('says with what the app signs in: %j', async (credential, text) => {
  renderPart(<CheckPanel tenant={tenant} />, signingInWith(credential));
  const { getByText } = await panel('The connection');
  expect(getByText(/^Signs in/).closest('p')).toHaveTextContent(text);
});

const working: ConnectionCheck['dataSets'][number] = {
  dataSet: 'registrations',
  title: 'Registrations',
  permission: 'AuditLog.Read.All',
  verdict: 'works',
  problem: null,
  owner: null,
  until: null,
  optional: false,
  granted: true,
};

const refused: ConnectionCheck['dataSets'][number] = {
  ...working,
  dataSet: 'users',
  title: 'Users',
  permission: 'User.Read.All',
  verdict: 'permission-missing',
  problem: {
    code: 'no-permission',
    message: 'User.Read.All is missing.',
    action: 'Ask a Global Administrator.',
    dataSet: 'users',
    since: null,
  },
  owner: 'tenant-administrator',
  granted: false,
};

const answer: ConnectionCheck = {
  tenant,
  checkedAt: '2026-11-21T09:00:00.000Z',
  problem: null,
  owner: null,
  dataSets: [working, refused],
  roles: ['AuditLog.Read.All', 'Mail.Send'],
  moreThanNeeded: [{ permission: 'Mail.Send', writes: true }],
};

async function checked(found: ConnectionCheck) {
  const api = new RecordedApi().switch('checkConnection', () =>
    Response.json(found),
  );
  renderPart(<CheckPanel tenant={tenant} />, api);
  const { findByRole } = await panel('The connection');
  await userEvent.click(await findByRole('button', { name: 'Check' }));
  return api;
}

it('checks on demand, and shows what does not work first, why, what to do and who can', async () => {
  const api = await checked(answer);
  await screen.findByText('1 of 2 data sets can be read.');
  expect(api.last('checkConnection')?.path).toBe(`/tenants/${tenant}/check`);
  const rows = screen.getAllByRole('row').slice(1);
  expect(
    rows.map(row => [...row.children].map(cell => cell.textContent)),
  ).toEqual([
    [
      'UsersUser.Read.Allthe token does not have the permission',
      'permission missing',
      'User.Read.All is missing.',
      'Ask a Global Administrator.',
      'Global Administrator or Privileged Role Administrator of the tenant',
    ],
    ['RegistrationsAuditLog.Read.All', 'works', '', '', ''],
  ]);
  expect(
    screen.getByRole('link', { name: "Open Microsoft's consent window" }),
  ).toBeInTheDocument();
});

it('shows permissions that nothing needs, and which of them can change things', async () => {
  await checked(answer);
  const heading = await screen.findByRole('heading', {
    name: 'More than needed',
  });
  expect(heading.closest('section')).toHaveTextContent(
    /Mail\.Send can change things$/,
  );
});

it('says why nobody could sign in, without a table', async () => {
  await checked({
    ...answer,
    problem: {
      code: 'secret-expired',
      message: 'The client secret has expired.',
      action: 'Make a new one.',
      dataSet: null,
      since: null,
    },
    owner: 'application-owner',
    dataSets: [],
    roles: null,
    moreThanNeeded: [],
  });
  expect(
    await screen.findByText('The client secret has expired.'),
  ).toBeInTheDocument();
  expect(screen.getByText(/owner of the app registration/)).toBeInTheDocument();
  expect(screen.queryByRole('table')).toBeNull();
});

it('is not there for who may not start a sync', async () => {
  renderPart(<CheckPanel tenant={tenant} />, signingInWith(null));
  await screen.findByText('drawn');
  expect(screen.queryByText('The connection')).toBeNull();
});
