import { signInAddresses } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ConnectConfig } from '../../config/types';

/** The page of the enterprise application, where its administrator can remove it; only Microsoft's own has one. */
export function enterpriseApplicationUrl(
  connect: ConnectConfig | null,
): string | null {
  const portals: Record<string, string> = {
    [signInAddresses.global]: 'https://entra.microsoft.com',
    [signInAddresses.usGovernment]: 'https://entra.microsoft.us',
    [signInAddresses.china]: 'https://entra.microsoftonline.cn',
  };
  const portal = connect && portals[connect.signInAddress];
  return portal
    ? `${portal}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`
    : null;
}
