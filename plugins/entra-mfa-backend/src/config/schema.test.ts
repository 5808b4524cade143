import { ConfigReader } from '@backstage/config';
import { readEntraMfaConfig } from './readEntraMfaConfig';

const read = (notify: object) =>
  readEntraMfaConfig(new ConfigReader({ entraMfa: { notify: notify as {} } }))
    .notify;

it('tells leads, and security once it is named', () => {
  expect(read({})).toEqual({
    leads: true,
    security: [],
    approvers: [],
    pagePath: '/entra-mfa',
  });
  expect(
    read({
      leads: false,
      security: ['Group:Default/Security', 'user:ada'],
      pagePath: '/mfa',
    }),
  ).toEqual({
    leads: false,
    security: ['group:default/security', 'user:default/ada'],
    approvers: ['group:default/security', 'user:default/ada'],
    pagePath: '/mfa',
  });
});

it('tells others of requests for exceptions where they are named, or nobody', () => {
  const security = ['group:security'];
  expect(read({ security, approvers: ['user:ada'] }).approvers).toEqual([
    'user:default/ada',
  ]);
  expect(read({ security, approvers: [] }).approvers).toEqual([]);
});

it.each([
  [{ security: ['security'] }, 'entraMfa.notify.security[0]'],
  [{ security: ['component:default/api'] }, 'entraMfa.notify.security[0]'],
  [{ approvers: ['security'] }, 'entraMfa.notify.approvers[0]'],
  [{ pagePath: 'mfa' }, 'entraMfa.notify.pagePath'],
  [{ pagePath: '/mfa/' }, 'entraMfa.notify.pagePath'],
  [{ pagePath: '/mfa?x=1' }, 'entraMfa.notify.pagePath'],
])('refuses %j', (notify, key) => {
  expect(() => read(notify)).toThrow(key);
});
