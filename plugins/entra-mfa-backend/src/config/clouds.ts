import { signInAddresses } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** Where a cloud signs in and where its Graph is. */
export interface Cloud {
  login: string;
  graphRoot: string;
}

/**
 * Microsoft's national clouds. The sign-in authority, the token's scope and the only origin to which
 * a token is sent all follow from one of these; a free choice of one alone could leak a token.
 *
 * Source: Microsoft Graph, national cloud deployments.
 */
export const clouds = {
  global: {
    login: signInAddresses.global,
    graphRoot: 'https://graph.microsoft.com',
  },
  usGovernment: {
    login: signInAddresses.usGovernment,
    graphRoot: 'https://graph.microsoft.us',
  },
  usGovernmentDoD: {
    login: signInAddresses.usGovernmentDoD,
    graphRoot: 'https://dod-graph.microsoft.us',
  },
  china: {
    login: signInAddresses.china,
    graphRoot: 'https://microsoftgraph.chinacloudapi.cn',
  },
} as const satisfies Record<string, Cloud>;

/** The names that `entraMfa.tenants[].cloud` may have. */
export const cloudNames = Object.keys(clouds) as (keyof typeof clouds)[];
