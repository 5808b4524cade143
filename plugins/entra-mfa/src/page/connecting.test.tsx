import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

const fabrikam = 'fab21ca0-5eed-4000-8000-00000000c0de';
const clientId = 'c0ffee00-5eed-4000-8000-0000000000b7';
const asked = {
  id: 'one',
  tenant: fabrikam,
  kind: 'consent' as const,
  state: 'waiting' as const,
  handedOn: true,
  askedBy: 'user:default/jonas',
  askedAt: '2026-11-21T08:00:00Z',
  expiresAt: '2026-11-28T08:00:00Z',
  endedAt: null,
  problem: null,
};
const form = {
  application: {
    clientId,
    signInAddress: 'https://login.microsoftonline.com',
    redirectUri: 'https://portal.example.com/api/entra-mfa/v1/connect/answer',
  },
  dataSets: [
    ['users', 'Users', 'User.Read.All', true],
    ['registrations', 'Report', 'AuditLog.Read.All', true],
    ['feature-summary', 'Own count', 'AuditLog.Read.All', false],
    ['conditional-access', 'Policies', 'Policy.Read.All', false],
  ].map(([id, title, permission, needed]) => ({
    ...{ id, title, permission, needed },
    why: 'To know',
    licence: null,
    byReader: id !== 'feature-summary',
  })),
  kinds: ['consent'],
  requests: [],
};

function answering(connect: object): RecordedApi {
  const api = new RecordedApi();
  api.switch('getConnect', async () =>
    Response.json(routes.getConnect.response.parse({ ...form, ...connect })),
  );
  // What is kept stands beside the settings.
  api.switch('getStorage', () =>
    Response.json({ estimated: false, groups: [] }),
  );
  return api;
}

const connect = '/entra-mfa/connections/connect';

it('chooses the least, shows what each further data set takes, and gives a link to hand on', async () => {
  const api = answering({});
  api.switch('beginConnect', () =>
    Response.json({
      request: asked,
      url: 'https://portal.example.com/api/entra-mfa/v1/connect/links/abc',
    }),
  );
  renderPortal(connect, { api });
  const user = userEvent.setup();
  const steps = await panel('What it takes');
  const permissions = () =>
    steps.getAllByText(/\.Read\./).map(({ textContent }) => textContent);
  expect(permissions()).toEqual(['AuditLog.Read.All', 'User.Read.All']);
  expect(screen.getByRole('checkbox', { name: /^Users/ })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: /^Policies/ }));
  await user.click(screen.getByRole('checkbox', { name: /^Own count/ }));
  expect(permissions()).toEqual([
    'AuditLog.Read.All',
    'Policy.Read.All',
    'User.Read.All',
  ]);
  await user.type(screen.getByLabelText(/^Tenant/), ' fabrikam.com ');
  await user.click(
    screen.getByRole('button', { name: 'Make a link for an administrator' }),
  );
  expect(await screen.findByDisplayValue(/links\/abc$/)).toBeInTheDocument();
  expect(api.last('beginConnect')?.body).toEqual({
    tenant: 'fabrikam.com',
    switchedOff: ['feature-summary'],
    handOn: true,
    kind: 'consent',
  });
});

it('connects by another application, whose secret it forgets once it works', async () => {
  const api = answering({ kinds: ['consent', 'reader', 'application'] });
  const problem = {
    code: 'secret-wrong' as const,
    message: 'The client secret is wrong.',
    action: 'Enter its value anew.',
    dataSet: null,
    since: null,
  };
  const own = { ...asked, kind: 'application', handedOn: false };
  const answers: object[] = [
    { ...own, state: 'failed', problem },
    { ...own, state: 'granted' },
  ];
  api.switch('beginConnect', () =>
    Response.json({ request: answers.shift(), url: null }),
  );
  const opened = jest.spyOn(window, 'open');
  renderPortal(connect, { api });
  const user = userEvent.setup();
  await user.click(
    await screen.findByRole('radio', { name: /^Another application/ }),
  );
  expect(screen.getByText(/Grant admin consent there/)).toBeInTheDocument();
  await user.type(screen.getByLabelText(/^Tenant/), 'fabrikam.com');
  await user.type(
    screen.getByLabelText(/^Application \(client\) id/),
    clientId,
  );
  const button = screen.getByRole('button', { name: 'Connect' });
  expect(button).toBeDisabled();
  const secret = () => screen.getByLabelText(/^Value of the client secret/);
  expect(secret()).toHaveAttribute('type', 'password');
  await user.type(secret(), 'a~secret');
  await user.click(button);
  expect(await screen.findByText(/Enter its value anew/)).toBeInTheDocument();
  expect(secret()).toHaveValue('a~secret');
  await user.click(button);
  expect(
    await screen.findByText('It is connected. People are being read.'),
  ).toBeInTheDocument();
  expect(secret()).toHaveValue('');
  expect(api.last('beginConnect')?.body).toEqual({
    tenant: 'fabrikam.com',
    kind: 'application',
    clientId,
    clientSecret: 'a~secret',
    switchedOff: ['conditional-access'],
    handOn: false,
  });
  expect(opened).not.toHaveBeenCalled();
});

it('tells what came of what was asked, what to do, and takes back what is awaited', async () => {
  const problem = {
    code: 'consent-declined' as const,
    message: 'They declined.',
    action: 'Ask them why.',
    dataSet: null,
    since: null,
  };
  const api = answering({
    requests: [
      asked,
      { ...asked, id: 'two', state: 'refused', problem },
      { ...asked, id: 'three', state: 'granted', tenant },
      { ...asked, id: 'four', state: 'granted' },
    ],
  });
  api.switch('withdrawConnect', async () =>
    Response.json({ ...asked, state: 'withdrawn' }),
  );
  renderPortal(connect, { api });
  const table = await panel('Asked for');
  const rows = table.getAllByRole('row').slice(1);
  expect(rows[0]).toHaveTextContent('Awaited, by link');
  expect(rows[1]).toHaveTextContent('Refused');
  expect(rows[2]).toHaveTextContent('They declined. Ask them why.');
  expect(await within(rows[3]).findByRole('link')).toHaveAttribute(
    'href',
    `/entra-mfa/overview?tenant=${tenant}`,
  );
  // It is not read any more.
  expect(within(rows[4]).queryByRole('link')).toBeNull();
  const user = userEvent.setup();
  await user.click(table.getByRole('button', { name: 'Take back' }));
  expect(api.last('withdrawConnect')?.path).toBe('/connect/one/withdraw');
});

it('changes and ends a connection of its own', async () => {
  const [contoso] = healthy.answer('getConnections', {}).items;
  const api = answering({});
  const own = {
    ...contoso,
    origin: 'portal' as const,
    credential: 'sealed-secret',
    switchedOff: [],
  };
  api.switch('getConnections', async () =>
    Response.json({ items: [{ ...own, contact: 'group:default/identity' }] }),
  );
  api.switch('changeConnection', () =>
    Response.json({ tenant, contact: null, switchedOff: [] }),
  );
  api.switch('disconnectTenant', async () =>
    Response.json({ tenant, enterpriseApplicationUrl: null }),
  );
  renderPortal(`/entra-mfa/connections/${tenant}/settings`, { api });
  const user = userEvent.setup();
  const contact = await screen.findByRole('button', { name: /Contact$/ });
  expect(contact).toHaveTextContent('group:default/identity');
  await user.click(contact);
  await user.click(
    await screen.findByRole('option', { name: /^group:default\/identity/ }),
  );
  expect(contact).toHaveTextContent('Nobody chosen');
  await user.click(await screen.findByRole('checkbox', { name: /^Policies/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(api.last('changeConnection')?.body).toEqual({
    contact: null,
    switchedOff: ['conditional-access'],
  });
  const secret = screen.getByLabelText(/^Value of the client secret/);
  const change = screen.getByRole('button', { name: 'Change the secret' });
  expect(change).toBeDisabled();
  await user.type(secret, ' a~secret ');
  await user.click(change);
  expect(await screen.findByText('The secret is changed.')).toBeInTheDocument();
  expect(api.last('changeConnection')?.body).toEqual({
    clientSecret: 'a~secret',
  });
  expect(secret).toHaveValue('');
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  const dialog = within(await screen.findByRole('dialog'));
  const confirm = dialog.getByRole('button', { name: 'Disconnect' });
  expect(confirm).toBeDisabled();
  await user.type(dialog.getByRole('textbox'), 'Contoso');
  await user.click(confirm);
  expect(api.last('disconnectTenant')?.path).toBe(
    `/tenants/${tenant}/disconnect`,
  );
});

it('leaves a connection of the configuration to it', async () => {
  renderPortal(`/entra-mfa/connections/${tenant}/settings`, {
    api: answering({}),
  });
  expect(
    await screen.findByText(/it is changed and ended there/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Disconnect' })).toBeNull();
});

it('has somebody sign in, says what that way cannot give, and has them sign in again', async () => {
  const signIn = 'https://login.microsoftonline.com/authorize';
  const opened = { location: { href: '' }, close: () => {} };
  const open = jest
    .spyOn(window, 'open')
    .mockReturnValue(opened as unknown as Window);
  const [contoso] = healthy.answer('getConnections', {}).items;
  const api = answering({ kinds: ['consent', 'reader'] });
  api.switch('beginConnect', () =>
    Response.json({ request: { ...asked, handedOn: false }, url: signIn }),
  );
  api.switch('getConnections', async () =>
    Response.json({
      items: [
        {
          ...contoso,
          origin: 'portal',
          credential: 'reader',
          state: 'needs-attention',
          problems: [
            {
              code: 'sign-in-again',
              message: 'Sign in.',
              action: 'Do.',
              dataSet: null,
              since: null,
            },
          ],
        },
      ],
    }),
  );
  renderPortal(connect, { api });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('radio', { name: /^I sign in/ }));
  expect(screen.getByText('This way cannot give: Own count.')).toBeVisible();
  expect(screen.queryByRole('checkbox', { name: /^Own count/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Make a link/ })).toBeNull();
  expect(screen.getByText(/have the role Global Reader/)).toBeVisible();
  await user.type(screen.getByLabelText(/^Tenant/), 'fabrikam.com');
  await user.click(screen.getByRole('button', { name: /sign-in page$/ }));
  expect(api.last('beginConnect')?.body).toMatchObject({
    tenant: 'fabrikam.com',
    kind: 'reader',
    handOn: false,
  });
  expect(opened.location.href).toBe(signIn);
  cleanup();

  opened.location.href = '';
  renderPortal('/entra-mfa/connections', { api });
  const [again] = await screen.findAllByRole('button', {
    name: 'Sign in again',
  });
  expect(screen.getAllByText('Signed-in reader')[0]).toBeVisible();
  await user.click(again);
  expect(api.last('beginConnect')?.body).toMatchObject({
    tenant,
    kind: 'reader',
  });
  expect(opened.location.href).toBe(signIn);
  open.mockRestore();
});
