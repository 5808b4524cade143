/**
 * The limit of Identity Protection and Conditional Access is 1 request in a second for all apps of a tenant together, and
 * nobody is told when to come again: half of it leaves room for others. The
 * seconds are those since the last answer.
 */
export const protectionPace = { requests: 1, seconds: 2 } as const;
