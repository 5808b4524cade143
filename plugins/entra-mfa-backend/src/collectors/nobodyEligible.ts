/** What is so in a tenant without Microsoft Entra ID P2 or Governance. */
export const NOBODY_ELIGIBLE =
  'Nothing needs to be done: without the licence nobody can be eligible, so nothing is missing.';
