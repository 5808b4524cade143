/**
 * How fast sign-in activity is asked for: Microsoft allows 10 requests in a minute for an app in a tenant, and others
 * may ask for it too.
 */
export const signInPace = { requests: 8, seconds: 60 } as const;
