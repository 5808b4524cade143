/** Source: MSAL's AuthorityMetadata, the hosts that sign in for each of Microsoft's clouds. */
const clouds: readonly (readonly string[])[] = [
  [
    'https://login.microsoftonline.com',
    'https://login.windows.net',
    'https://login.microsoft.com',
    'https://sts.windows.net',
  ],
  ['https://login.microsoftonline.us', 'https://login.usgovcloudapi.net'],
  [
    'https://login.chinacloudapi.cn',
    'https://login.partner.microsoftonline.cn',
  ],
];

/** The origins that may be sent the client secret: the authority's, and those of its cloud. */
export function signInOrigins(authority: string): ReadonlySet<string> {
  const { origin } = new URL(authority);
  return new Set(clouds.find(cloud => cloud.includes(origin)) ?? [origin]);
}
