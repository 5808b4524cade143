/** How many requests of the report API a sync sends in 10 seconds, unless it is configured; Microsoft allows 5. */
export const REPORT_REQUESTS = 4;
