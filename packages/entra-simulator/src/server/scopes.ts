const openId: readonly string[] = [
  'openid',
  'profile',
  'email',
  'offline_access',
];

/** Whether a scope is one of OpenID Connect, and none of Graph. */
export const isOpenIdScope = (name: string) => openId.includes(name);

/** The scopes of a request: their names, and how they were written, such as `https://graph.microsoft.com/User.Read`. */
export const scopesOf = (scope: string) =>
  scope
    .split(' ')
    .filter(Boolean)
    .map(written => ({
      written,
      name: written.replace(/^https:\/\/[^/]+\//, ''),
    }));
