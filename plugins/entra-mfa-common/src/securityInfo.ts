import type { CloudName } from './consent';

/**
 * Microsoft's page where people register their own methods, in each of its clouds.
 *
 * Source: for US government, the origins that Microsoft's authentication library for Android takes for
 * its own; for China, the support notes on 21Vianet.
 *
 * @public
 */
export const securityInfoUrls: Readonly<Record<CloudName, string>> = {
  global: 'https://mysignins.microsoft.com/security-info',
  usGovernment: 'https://mysignins.azure.us/security-info',
  usGovernmentDoD: 'https://mysignins.azure.us/security-info',
  china: 'https://mysignins.windowsazure.cn/security-info',
};
