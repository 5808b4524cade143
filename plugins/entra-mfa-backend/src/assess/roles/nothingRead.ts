/** What was read of roles where nobody said: in a snapshot of an earlier version, or where there is nothing to say. */
export const nothingRead = {
  active: 'not-read',
  eligible: 'not-read',
  groups: 'not-read',
  groupEligibility: 'not-read',
} as const;
