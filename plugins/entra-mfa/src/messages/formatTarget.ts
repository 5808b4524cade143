import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** A target as people say it: `95 %`, and `97.5 %` where it has a decimal. */
export const formatTarget = (permille: number) =>
  permille % 10 === 0 ? `${permille / 10} %` : formatPermille(permille) ?? '';
