import type { AskedLevel } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** How a person is asked for MFA; null where it is not known. */
export interface Asked {
  /** By what is in force. */
  now: AskedLevel | null;
  /** With the policies that only report switched on. */
  withReportOnly: AskedLevel | null;
}

/** Of whom nothing is known. */
export const askedUnknown: Asked = { now: null, withReportOnly: null };
