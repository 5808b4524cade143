import { clouds } from '../config/clouds';
import { signInOrigins } from './signInOrigins';

describe('signInOrigins', () => {
  const tenant = '0a1b2c3d-0000-4000-8000-000000000001';

  it.each<[string, string, boolean]>([
    [clouds.global.login, 'https://login.windows.net', true],
    [clouds.global.login, clouds.china.login, false],
    [clouds.global.login, clouds.usGovernment.login, false],
    [clouds.usGovernmentDoD.login, 'https://login.usgovcloudapi.net', true],
    [clouds.china.login, 'https://login.partner.microsoftonline.cn', true],
    [clouds.china.login, clouds.global.login, false],
    ['https://sign-in.contoso.com', clouds.global.login, false],
    ['https://sign-in.contoso.com', 'https://sign-in.contoso.com:444', false],
    ['https://sign-in.contoso.com', 'http://sign-in.contoso.com', false],
  ])('of %s: %s, %s', (authority, origin, allowed) => {
    const origins = signInOrigins(`${authority}/${tenant}`);
    expect(origins.has(origin)).toBe(allowed);
    expect(origins.has(authority)).toBe(true);
  });
});
